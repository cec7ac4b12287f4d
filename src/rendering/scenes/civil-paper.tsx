import { Box, Panel } from './box.tsx';
import { look, mono } from './look.ts';
import { between, from, isSpoken, type Moment, when, word } from './moment.ts';
import { Paper, type PaperRow } from './paper.tsx';
import { Marked } from './signs.tsx';

/** The civil sheet of the course, lit where the voice is. */
export function CivilSheet({
  moment,
  x,
  show = 1,
  lit,
}: {
  moment: Moment;
  x: number;
  show?: number;
  lit: readonly string[];
}) {
  const row = (key: string): PaperRow => ({
    label: word(moment, `${key}Label`),
    value: word(moment, `${key}Value`),
    lit: lit.includes(key),
  });
  return (
    <Paper
      {...{ x, y: 100, w: 560, h: 480, show }}
      kind="civil"
      tag={word(moment, 'civil')}
      mark={word(moment, 'mark')}
      heading={word(moment, 'civilHeading')}
      headingLit={lit.includes('heading')}
      title={word(moment, 'civilTitle')}
      titleLit={lit.includes('title')}
      rows={['civilTo', 'civilGround', 'civilSigner'].map(row)}
    />
  );
}

/** The administrative warrant: who issues it, how the database words it, who signs, and what follows for an officer. */
export function CivilPaper(moment: Moment) {
  const issued = between(moment, 'civil-what', 'civil-who-signs');
  const signs = between(moment, 'civil-who-signs', 'civil-effect');
  const lit: string[] = [];
  if (isSpoken(moment, 'civil-what')) lit.push('heading');
  if (isSpoken(moment, 'civil-what') && moment.t > when(moment, 'civil-what', 0.25)) lit.push('civilGround');
  if (isSpoken(moment, 'civil-who-signs')) lit.push('civilTo', 'civilSigner');
  const step = (share: number) => Math.min(issued, from(moment, 'civil-what', share));
  const sign = (share: number) => Math.min(signs, from(moment, 'civil-who-signs', share));
  return (
    <>
      <CivilSheet moment={moment} x={64} lit={lit} />
      <Panel x={664} y={110} w={552} h={110} size={32} weight={650} show={step(0.08)}>
        {word(moment, 'issuedBy')}
      </Panel>
      <Box
        x={664}
        y={240}
        w={552}
        h={206}
        size={26}
        show={step(0.42)}
        style={{ background: look.screen, borderRadius: 12, padding: '0 24px' }}
      >
        <div>
          <div style={{ color: look.quiet, fontSize: 24, marginBottom: 8 }}>{word(moment, 'databaseReads')}</div>
          <div style={{ fontFamily: mono, fontWeight: 700, color: look.civil }}>
            OUTSTANDING ADMINISTRATIVE WARRANT OF REMOVAL
          </div>
          <div style={{ fontSize: 26, marginTop: 8 }}>{word(moment, 'gloss')}</div>
        </div>
      </Box>
      <Panel x={664} y={466} w={552} h={104} size={34} weight={750} edge={look.civil} show={step(0.85)}>
        {word(moment, 'noCrime')}
      </Panel>
      <Panel x={664} y={110} w={552} h={140} size={32} weight={650} show={sign(0.05)}>
        {word(moment, 'signedBy')}
      </Panel>
      <Panel x={664} y={270} w={552} h={140} size={32} weight={650} show={sign(0.25)}>
        {word(moment, 'addressedTo')}
      </Panel>
      <Panel x={664} y={430} w={552} h={140} size={32} weight={650} edge={look.civil} show={sign(0.55)}>
        {word(moment, 'immigrationJudge')}
      </Panel>
      <Panel
        x={664}
        y={110}
        w={552}
        h={140}
        size={32}
        weight={700}
        edge={look.civil}
        show={from(moment, 'civil-effect', 0.1)}
      >
        {word(moment, 'notEnforced')}
      </Panel>
      <Box x={664} y={266} w={552} h={44} size={28} color={look.quiet} show={from(moment, 'civil-effect', 0.55)}>
        {word(moment, 'onCivilHit')}
      </Box>
      {['noStop', 'noHold', 'noArrest'].map((key, index) => (
        <Panel
          key={key}
          x={664}
          y={322 + index * 84}
          w={552}
          h={72}
          size={34}
          weight={750}
          show={from(moment, 'civil-effect', 0.68 + index * 0.09)}
        >
          <Marked>{word(moment, key)}</Marked>
        </Panel>
      ))}
    </>
  );
}
