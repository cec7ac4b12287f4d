import { Box, Drawing, Panel } from './box.tsx';
import { Crossed, Person, Sheet } from './figures.tsx';
import { look } from './look.ts';
import { along, blend, from, type Moment, rise, when, word } from './moment.ts';
import { ReturnScreen } from './return-screen.tsx';
import { type Kind, Tag } from './signs.tsx';

const steps = [
  { cue: 'read-file', key: 'step1', answers: ['civil', 'criminal'], shares: [0.22, 0.45], tags: [0.36, 0.62] },
  { cue: 'read-record-type', key: 'step2', answers: ['civil', 'unsure'], shares: [0.12, 0.38], tags: [0.28, 0.8] },
  {
    cue: 'read-offense-court',
    key: 'step3',
    answers: ['criminal', 'civil', 'unsure'],
    shares: [0.12, 0.55, 0.78],
    tags: [0.2, 0.66, 0.9],
  },
  { cue: 'read-same-person', key: 'step4', answers: [], shares: [], tags: [] },
] as const;
const stepTop = (index: number) => 104 + index * 97;

/** An invented return and the order in which to read it: the marker goes down the list while the frame goes down the screen. */
export function DatabaseReturn(moment: Moment) {
  const five = when(moment, 'read-same-person', 0.74);
  const begins = [...steps.map(({ cue }) => when(moment, cue) - 0.2), five];
  const first = rise(moment, begins[0] ?? 0, 0.5);
  const markerTop = along(
    moment,
    stepTop(0),
    begins.slice(1).map((at, index) => [at, stepTop(index + 1)] as const),
    0.6,
  );
  const leaving = (index: number) => 1 - rise(moment, (begins[index + 1] ?? Number.POSITIVE_INFINITY) - 0.3, 0.25);
  return (
    <>
      {[...steps.map(({ key }) => key), 'step5'].map((key, index) => (
        <Step key={key} moment={moment} number={index + 1} words={key} reached={moment.t >= (begins[index] ?? 0)} />
      ))}
      <NoPaper moment={moment} />
      <Drawing show={first}>
        <rect x="64" y={markerTop} width="384" height="88" rx="12" fill="none" stroke={look.brass} strokeWidth="5" />
      </Drawing>
      <ReturnScreen moment={moment} />
      {steps.map((step, index) =>
        step.answers.map((kind, row) => (
          <Answer
            key={`${step.key}-${kind}`}
            moment={moment}
            kind={kind}
            row={row}
            rows={step.answers.length}
            words={`${step.key}-${kind}`}
            show={Math.min(leaving(index), from(moment, step.cue, step.shares[row]))}
            tagged={from(moment, step.cue, step.tags[row])}
          />
        )),
      )}
      <SamePerson moment={moment} show={Math.min(from(moment, 'read-same-person', 0.3), leaving(3))} />
      {(['criminal', 'unsure', 'civil'] as const).map((kind, row) => (
        <Answer
          key={kind}
          moment={moment}
          kind={kind}
          row={row}
          rows={3}
          words={`step5-${kind}`}
          show={rise(moment, five + row * 0.4)}
          tagged={rise(moment, five + row * 0.4)}
        />
      ))}
    </>
  );
}

/** At the roadside: an officer, and no paper to look at. */
function NoPaper({ moment }: { moment: Moment }) {
  const cue = 'read-basis';
  const at = (share: number) => rise(moment, when(moment, cue, share), 0.7);
  return (
    <Drawing show={Math.min(at(0), 1 - at(0.58))}>
      <Person does="police" x={172} y={300} scale={1.3} />
      <Sheet x={340} y={290} scale={1.2} />
      <Crossed x={340} y={290} size={58} drawn={at(0.12)} />
    </Drawing>
  );
}

function Step({ moment, number, words, reached }: { moment: Moment; number: number; words: string; reached: boolean }) {
  const show = from(moment, 'read-basis', 0.62 + number * 0.07);
  return (
    <Panel
      x={64}
      y={stepTop(number - 1)}
      w={384}
      h={88}
      size={31}
      weight={reached ? 750 : 600}
      show={show}
      color={reached ? look.text : look.quiet}
      style={{ padding: '0 18px' }}
    >
      <span style={{ color: look.brass, fontSize: 42, fontWeight: 800, width: 48, flex: 'none' }}>{number}</span>
      <span>{word(moment, words)}</span>
    </Panel>
  );
}

function Answer({
  moment,
  kind,
  row,
  rows,
  words,
  show,
  tagged,
}: {
  moment: Moment;
  kind: Kind;
  row: number;
  rows: number;
  words: string;
  show: number;
  tagged: number;
}) {
  const height = rows === 3 ? 54 : 82;
  return (
    <Panel
      x={470}
      y={412 + row * (height + 6)}
      w={746}
      h={height}
      size={29}
      weight={600}
      edge={look[kind]}
      show={show}
      style={{ padding: '0 18px 0 26px', justifyContent: 'space-between', gap: 14 }}
    >
      <span>{word(moment, words)}</span>
      <span style={{ flex: 'none', opacity: tagged, transform: `translateX(${blend(-24, 0, tagged)}px)` }}>
        <Tag kind={kind} word={word(moment, kind)} size={29} />
      </span>
    </Panel>
  );
}

function SamePerson({ moment, show }: { moment: Moment; show: number }) {
  if (show <= 0) return null;
  const near = rise(moment, when(moment, 'read-same-person', 0.36), 0.9);
  return (
    <>
      <Drawing show={show}>
        <Person does="driver" x={540 + 8 * near} y={496} scale={0.85} />
        <Person does="driver" x={690 - 8 * near} y={496} scale={0.85} />
        <path d="M604 484 h24 M604 500 h24" stroke={look.brass} strokeWidth="6" strokeLinecap="round" opacity={near} />
      </Drawing>
      <Box x={780} y={412} w={436} h={150} size={33} weight={700} show={show}>
        {word(moment, 'compare')}
      </Box>
    </>
  );
}
