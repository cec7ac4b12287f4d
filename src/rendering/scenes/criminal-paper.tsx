import { BothPapers } from './both-papers.tsx';
import { Box, Drawing, Panel, Trace } from './box.tsx';
import { Court, Person } from './figures.tsx';
import { frame, look } from './look.ts';
import { between, blend, type Moment, rise, when, word } from './moment.ts';
import { lineAt } from './paper.tsx';
import { Marked, Tag } from './signs.tsx';
import { CriminalSheet } from './two-sheets.tsx';

const sheetTop = frame.top + 44;

/** The court's warrant, what does not tell it from the other, then both sheets side by side. */
export function CriminalPaper(moment: Moment) {
  if (moment.t >= when(moment, 'both-papers') - 0.45) return <BothPapers moment={moment} />;
  const comes = rise(moment, 0.1, 0.9);
  const lit = (cue: string, share: number, until: readonly [string, number]) =>
    Math.min(rise(moment, when(moment, cue, share), 0.7), 1 - rise(moment, when(moment, ...until), 0.3));
  return (
    <>
      <CriminalSheet
        moment={moment}
        y={blend(150, 104, comes)}
        show={comes}
        lit={{
          Heading: lit('criminal-what', 0.1, ['criminal-what', 0.62]),
          Offense: Math.max(
            lit('criminal-what', 0.18, ['criminal-court', 0]),
            lit('criminal-court', 0.58, ['both-papers', -0.04]),
          ),
          Signer: lit('criminal-court', 0.02, ['criminal-court', 0.56]),
        }}
      />
      <FromCourt moment={moment} show={between(moment, 'criminal-what', 'criminal-court')} />
      <ProvesNothing moment={moment} show={between(moment, 'criminal-court', 'both-papers')} />
    </>
  );
}

function FromCourt({ moment, show }: { moment: Moment; show: number }) {
  const cue = 'criminal-what';
  const at = (share: number, seconds = 0.6) => rise(moment, when(moment, cue, share), seconds);
  if (show <= 0) return null;
  return (
    <>
      <Drawing show={show}>
        <Court x={176} y={214} show={at(0.06)} />
        <Trace d={`M306 ${sheetTop + lineAt.heading} H676`} drawn={at(0.1, 0.9)} color={look.criminal} />
        <Trace d={`M624 ${sheetTop + lineAt.row[0]} H676`} drawn={at(0.2)} color={look.criminal} />
      </Drawing>
      <Box x={330} y={156} w={316} h={54} size={31} weight={700} show={Math.min(show, at(0.12))}>
        {word(moment, 'fromCourt')}
      </Box>
      <Panel x={64} y={318} w={560} h={108} size={30} weight={650} edge={look.criminal} show={Math.min(show, at(0.2))}>
        <div>
          <div>{word(moment, 'namesOffense')}</div>
          <div style={{ fontSize: 32, fontWeight: 800, color: look.criminal, opacity: at(0.44) }}>
            {word(moment, 'section')}
          </div>
        </div>
      </Panel>
      <Panel x={64} y={440} w={560} h={68} size={32} weight={700} show={Math.min(show, at(0.62))}>
        <Marked yes>{word(moment, 'actOnIt')}</Marked>
      </Panel>
      <Panel x={64} y={518} w={560} h={68} size={32} weight={700} show={Math.min(show, at(0.8))}>
        <Marked>{word(moment, 'lettingGo')}</Marked>
      </Panel>
    </>
  );
}

function ProvesNothing({ moment, show }: { moment: Moment; show: number }) {
  const cue = 'criminal-court';
  const at = (share: number, seconds = 0.6) => rise(moment, when(moment, cue, share), seconds);
  if (show <= 0) return null;
  return (
    <>
      <Box x={64} y={104} w={560} h={44} size={33} weight={750} color={look.brass} show={Math.min(show, at(0.02))}>
        {word(moment, 'provesNothing')}
      </Box>
      <Drawing show={show}>
        <Person does="judge" x={132} y={220} scale={0.8} show={at(0.06)} />
        <Person does="clerk" x={280} y={220} scale={0.8} show={at(0.22)} lit={at(0.22) > 0} />
        <Trace
          d="M132 282 v10 q0 12 12 12 h124 q12 0 12 -12 v-10"
          drawn={at(0.4, 0.8)}
          color={look.criminal}
          width={4}
        />
        <Trace
          d={`M336 262 H644 V${sheetTop + lineAt.row[2]} H676`}
          drawn={Math.min(at(0.26, 0.9), 1 - at(0.56, 0.4))}
          width={4}
        />
        <Trace d={`M304 424 H644 V${sheetTop + lineAt.row[0]} H676`} drawn={at(0.6, 0.9)} width={4} />
      </Drawing>
      <Box x={352} y={164} w={284} h={84} size={29} weight={650} show={Math.min(show, at(0.22))}>
        {word(moment, 'signature')}
      </Box>
      <Box x={64} y={320} w={540} h={44} show={Math.min(show, at(0.44))}>
        <Tag kind="criminal" word={word(moment, 'stillCriminal')} size={31} />
      </Box>
      <Box
        x={64}
        y={392}
        w={240}
        h={64}
        align="center"
        size={34}
        weight={800}
        show={Math.min(show, at(0.58))}
        style={{ background: look.panel, borderRadius: 12, boxShadow: `inset 0 0 0 3px ${look.brass}` }}
      >
        {word(moment, 'titleEight')}
      </Box>
      <Drawing show={show}>
        <Trace d="M184 456 V492" drawn={at(0.74, 0.4)} color={look.quiet} width={4} />
        <Trace d="M184 474 H418 q12 0 12 12 V492" drawn={at(0.78, 0.6)} color={look.quiet} width={4} />
      </Drawing>
      <Box x={64} y={496} w={240} h={40} align="center" show={Math.min(show, at(0.78))}>
        <Tag kind="civil" word={word(moment, 'civil')} size={31} />
      </Box>
      <Box x={320} y={496} w={240} h={40} align="center" show={Math.min(show, at(0.82))}>
        <Tag kind="criminal" word={word(moment, 'criminal')} size={31} />
      </Box>
      <Box x={64} y={542} w={560} h={44} size={29} color={look.quiet} show={Math.min(show, at(0.84))}>
        {word(moment, 'bothCite')}
      </Box>
    </>
  );
}
