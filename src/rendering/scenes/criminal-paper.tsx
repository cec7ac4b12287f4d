import { Box, Panel } from './box.tsx';
import { CivilSheet } from './civil-paper.tsx';
import { look } from './look.ts';
import { between, from, isSpoken, type Moment, rise, when, word } from './moment.ts';
import { Paper, type PaperRow } from './paper.tsx';
import { Marked } from './signs.tsx';

function CriminalSheet({ moment, x, lit }: { moment: Moment; x: number; lit: readonly string[] }) {
  const row = (key: string): PaperRow => ({
    label: word(moment, `${key}Label`),
    value: word(moment, `${key}Value`),
    lit: lit.includes(key),
  });
  return (
    <Paper
      {...{ x, y: 100, w: 560, h: 480 }}
      kind="criminal"
      tag={word(moment, 'criminal')}
      mark={word(moment, 'mark')}
      heading={word(moment, 'criminalHeading')}
      headingLit={lit.includes('heading')}
      title={word(moment, 'criminalTitle')}
      titleLit={lit.includes('title')}
      rows={['criminalOffense', 'criminalCase', 'criminalSigner'].map(row)}
    />
  );
}

/** The court's warrant, then both sheets side by side, pair by pair. */
export function CriminalPaper(moment: Moment) {
  const what = between(moment, 'criminal-what', 'criminal-court');
  const court = between(moment, 'criminal-court', 'both-papers');
  const side = rise(moment, when(moment, 'both-papers') - 0.3, 0.9);
  const lit: string[] = [];
  const civilLit: string[] = [];
  const past = (cue: string, share: number) => isSpoken(moment, cue) && moment.t > when(moment, cue, share);
  if (past('criminal-what', 0.1)) lit.push('heading');
  if (past('criminal-what', 0.16)) lit.push('criminalOffense');
  if (isSpoken(moment, 'criminal-court')) lit.push('criminalSigner');
  // Pair by pair, then the word that both carry, then the one line that only one of them has.
  if (past('both-papers', 0.1) && !past('both-papers', 0.7)) civilLit.push('heading');
  if (past('both-papers', 0.22) && !past('both-papers', 0.7)) civilLit.push('civilGround');
  if (past('both-papers', 0.4) && !past('both-papers', 0.7)) lit.push('heading');
  if (past('both-papers', 0.48) && !past('both-papers', 0.7)) lit.push('criminalOffense');
  if (past('both-papers', 0.56) && !past('both-papers', 0.7)) lit.push('criminalCase');
  if (past('both-papers', 0.7) && !past('both-papers', 0.84)) {
    lit.push('title');
    civilLit.push('title');
  }
  if (past('both-papers', 0.84)) lit.push('criminalOffense');
  const show = (group: number, cue: string, share: number) => Math.min(group, from(moment, cue, share));
  return (
    <>
      <CivilSheet moment={moment} x={64} show={side} lit={civilLit} />
      <CriminalSheet moment={moment} x={64 + Math.round(592 * side)} lit={lit} />
      <Panel x={664} y={110} w={552} h={90} size={32} weight={650} show={show(what, 'criminal-what', 0.1)}>
        {word(moment, 'fromCourt')}
      </Panel>
      <Panel
        x={664}
        y={216}
        w={552}
        h={120}
        size={32}
        weight={650}
        edge={look.criminal}
        show={show(what, 'criminal-what', 0.2)}
      >
        {word(moment, 'namesOffense')}
      </Panel>
      <Panel x={664} y={352} w={552} h={100} size={32} weight={650} show={show(what, 'criminal-what', 0.62)}>
        <Marked yes>{word(moment, 'actOnIt')}</Marked>
      </Panel>
      <Panel x={664} y={468} w={552} h={102} size={30} weight={650} show={show(what, 'criminal-what', 0.78)}>
        <Marked>{word(moment, 'lettingGo')}</Marked>
      </Panel>
      <Box
        x={664}
        y={110}
        w={552}
        h={50}
        size={32}
        weight={750}
        color={look.brass}
        show={show(court, 'criminal-court', 0.02)}
      >
        {word(moment, 'provesNothing')}
      </Box>
      <Panel x={664} y={176} w={552} h={186} size={32} weight={650} show={show(court, 'criminal-court', 0.04)}>
        {word(moment, 'signature')}
      </Panel>
      <Panel x={664} y={384} w={552} h={186} size={32} weight={650} show={show(court, 'criminal-court', 0.6)}>
        {word(moment, 'titleEight')}
      </Panel>
    </>
  );
}
