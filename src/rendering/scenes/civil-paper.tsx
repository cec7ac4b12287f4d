import { Box, Drawing, Panel, Trace } from './box.tsx';
import { Crossed, Office, Person, Sheet } from './figures.tsx';
import { frame, look, mono } from './look.ts';
import { between, blend, from, type Moment, rise, run, when, word } from './moment.ts';
import { lineAt } from './paper.tsx';
import { Mark, Shape } from './signs.tsx';
import { CivilSheet } from './two-sheets.tsx';

/** The administrative warrant: who issues it, how the database words it, who signs, and what follows for an officer. */
export function CivilPaper(moment: Moment) {
  const lit = (cue: string, share: number, until: readonly [string, number]) =>
    Math.min(rise(moment, when(moment, cue, share), 0.7), 1 - rise(moment, when(moment, ...until), 0.3));
  const comes = rise(moment, 0.1, 0.9);
  return (
    <>
      <CivilSheet
        moment={moment}
        y={blend(150, 104, comes)}
        show={comes}
        signed={Math.min(comes, 1)}
        lit={{
          Heading: lit('civil-what', 0.14, ['civil-who-signs', 0]),
          Ground: Math.max(
            lit('civil-what', 0.4, ['civil-who-signs', 0]),
            lit('civil-who-signs', 0.72, ['civil-effect', 0]),
          ),
          Signer: lit('civil-who-signs', 0.02, ['civil-who-signs', 0.5]),
          To: lit('civil-who-signs', 0.16, ['civil-who-signs', 0.62]),
        }}
      />
      <Issued moment={moment} show={between(moment, 'civil-what', 'civil-who-signs')} />
      <Addressed moment={moment} show={between(moment, 'civil-who-signs', 'civil-effect')} />
      <Effect moment={moment} />
    </>
  );
}

const phrase = 'OUTSTANDING ADMINISTRATIVE WARRANT OF REMOVAL';

function Issued({ moment, show }: { moment: Moment; show: number }) {
  const cue = 'civil-what';
  const at = (share: number, seconds = 0.6) => rise(moment, when(moment, cue, share), seconds);
  const typed = Math.round(phrase.length * run(moment, when(moment, cue, 0.6), when(moment, cue, 0.8)));
  if (show <= 0) return null;
  return (
    <>
      <Drawing show={show}>
        <Office x={732} y={190} show={at(0.1)} />
        <Trace d="M812 196 H890" drawn={at(0.2)} color={look.civil} />
        <Sheet x={blend(890, 944, at(0.24))} y={190} show={at(0.24)} />
        <Trace d="M996 196 H1074" drawn={at(0.34)} color={look.civil} />
        <Person does="agent" x={1144} y={204} show={at(0.36)} />
      </Drawing>
      <Box x={640} y={280} w={576} h={72} size={30} weight={650} align="center" show={Math.min(show, at(0.16))}>
        {word(moment, 'issuedBy')}
      </Box>
      <Box
        x={640}
        y={366}
        w={576}
        h={144}
        show={Math.min(show, at(0.54))}
        style={{
          background: look.screen,
          borderRadius: 12,
          padding: '0 24px',
          boxShadow: `inset 0 0 0 3px ${look.line}`,
        }}
      >
        <div>
          <div style={{ color: look.quiet, fontSize: 24, marginBottom: 6 }}>{word(moment, 'databaseReads')}</div>
          <div style={{ fontFamily: mono, fontSize: 29, fontWeight: 700, color: look.civil, height: 70 }}>
            {phrase.slice(0, typed)}
            {/* What is yet to be typed keeps its place, so that no word jumps to another line. */}
            <span style={{ opacity: 0 }}>{phrase.slice(typed)}</span>
          </div>
        </div>
      </Box>
      <Box
        x={640}
        y={512}
        w={576}
        h={36}
        size={26}
        color={look.quiet}
        show={word(moment, 'gloss') ? Math.min(show, at(0.8)) : 0}
      >
        {word(moment, 'gloss')}
      </Box>
      <Box x={640} y={546} w={576} h={42} size={34} weight={750} color={look.civil} show={Math.min(show, at(0.9))}>
        <Shape kind="civil" size={30} />
        <span style={{ marginLeft: 14 }}>{word(moment, 'noCrime')}</span>
      </Box>
    </>
  );
}

/** The height of the sheet's first line, “To”. */
const to = frame.top + 44 + lineAt.row[0];

function Addressed({ moment, show }: { moment: Moment; show: number }) {
  const cue = 'civil-who-signs';
  const at = (share: number, seconds = 0.6) => rise(moment, when(moment, cue, share), seconds);
  if (show <= 0) return null;
  return (
    <>
      <Drawing show={show}>
        <Office x={1130} y={166} scale={0.64} show={at(0.03)} />
        <Trace d={`M604 ${to} H1030`} drawn={at(0.16, 0.9)} color={look.civil} />
        <Trace d={`M1010 ${to - 14} L1032 ${to} 1010 ${to + 14}`} drawn={at(0.24, 0.4)} color={look.civil} />
        <Person does="agent" x={1130} y={to - 18} scale={0.7} show={at(0.16)} />
        <Trace d={`M660 ${to} V448 H788`} drawn={at(0.32, 0.6)} color={look.quiet} />
        <Crossed x={818} y={448} size={20} drawn={at(0.36)} />
        <Person does="police" x={1130} y={444} scale={0.7} show={at(0.3)} />
      </Drawing>
      <Box x={640} y={132} w={400} h={80} size={30} weight={650} show={Math.min(show, at(0.04))}>
        {word(moment, 'signedBy')}
      </Box>
      <Box x={640} y={258} w={400} h={80} size={30} weight={650} show={Math.min(show, at(0.2))}>
        {word(moment, 'addressedTo')}
      </Box>
      <Box x={852} y={418} w={198} h={60} size={34} weight={750} show={Math.min(show, at(0.34))}>
        {word(moment, 'notYou')}
      </Box>
      <Panel x={640} y={506} w={576} h={80} size={30} weight={700} edge={look.civil} show={Math.min(show, at(0.52))}>
        {word(moment, 'immigrationJudge')}
      </Panel>
    </>
  );
}

function Effect({ moment }: { moment: Moment }) {
  const cue = 'civil-effect';
  const show = from(moment, cue);
  if (show <= 0) return null;
  return (
    <>
      <Panel x={640} y={148} w={576} h={130} size={32} weight={700} edge={look.civil} show={from(moment, cue, 0.06)}>
        {word(moment, 'notEnforced')}
      </Panel>
      <Drawing show={Math.min(show, 1 - from(moment, cue, 0.52))}>
        <Person does="police" x={790} y={440} scale={1.3} show={from(moment, cue, 0.12)} />
        <Sheet x={1010} y={430} scale={1.5} show={from(moment, cue, 0.18)} />
        <Crossed x={1010} y={430} size={80} drawn={rise(moment, when(moment, cue, 0.28), 0.8)} />
      </Drawing>
      <Box x={640} y={292} w={576} h={44} size={30} color={look.quiet} show={from(moment, cue, 0.56)}>
        {word(moment, 'onCivilHit')}
      </Box>
      {['noStop', 'noHold', 'noArrest'].map((key, index) => {
        const show = from(moment, cue, 0.74 + index * 0.075);
        return (
          <Panel
            key={key}
            x={blend(700, 640, show)}
            y={344 + index * 82}
            w={576}
            h={74}
            size={36}
            weight={750}
            show={show}
          >
            <Mark size={40} />
            <span style={{ marginLeft: 22 }}>{word(moment, key)}</span>
          </Panel>
        );
      })}
    </>
  );
}
