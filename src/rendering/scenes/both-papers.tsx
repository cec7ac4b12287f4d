import { Drawing, Trace } from './box.tsx';
import { frame, look } from './look.ts';
import { type Moment, rise, when } from './moment.ts';
import { lineAt, sheetSize } from './paper.tsx';
import { CivilSheet, CriminalSheet, civilX, criminalX } from './two-sheets.tsx';

const cue = 'both-papers';
const top = frame.top + 44;

/** Both sheets, pair by pair: agency and court, removal and offense; the word that both carry; what only one has. */
export function BothPapers({ moment }: { moment: Moment }) {
  const at = (share: number, seconds = 0.6) => rise(moment, when(moment, cue, share), seconds);
  const comes = rise(moment, when(moment, cue) - 0.4, 0.9);
  const leave = 1 - at(0.68, 0.4);
  const word = Math.min(at(0.71), 1 - at(0.83, 0.4));
  const only = at(0.85);
  return (
    <>
      <CivilSheet
        moment={moment}
        y={frame.top}
        show={comes}
        lit={{ Heading: Math.min(at(0.14), leave), Ground: Math.min(at(0.27), leave), Title: word }}
      />
      <CriminalSheet
        moment={moment}
        lit={{
          Heading: Math.min(at(0.37), leave),
          Offense: Math.max(Math.min(at(0.47), leave), only),
          Case: Math.min(at(0.56), leave),
          Title: word,
        }}
      />
      <Drawing>
        <Pair drawn={Math.min(at(0.38), leave)} y={lineAt.heading} />
        <Pair drawn={word} y={lineAt.title} />
        <Trace
          d={`M${criminalX + 6} ${top + 168} h${sheetSize.w - 12} v72 h-${sheetSize.w - 12} z`}
          drawn={only}
          color={look.criminalInk}
          width={7}
        />
      </Drawing>
    </>
  );
}

/** Ties a line of the one sheet to its counterpart on the other. */
function Pair({ drawn, y }: { drawn: number; y: number }) {
  const from = civilX + sheetSize.w;
  return <Trace d={`M${from - 14} ${top + y} H${criminalX + 14}`} drawn={drawn} color={look.brass} width={6} />;
}
