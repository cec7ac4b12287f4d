import { Box, Panel } from './box.tsx';
import { look, mono } from './look.ts';
import { from, isSpoken, type Moment, rise, when, word } from './moment.ts';
import { type Kind, Tag } from './signs.tsx';

const steps = [
  { cue: 'read-file', key: 'step1', rows: ['file'], answers: ['civil', 'criminal'] },
  { cue: 'read-record-type', key: 'step2', rows: ['record'], answers: ['civil', 'unsure'] },
  { cue: 'read-offense-court', key: 'step3', rows: ['offense', 'court'], answers: ['criminal', 'civil', 'unsure'] },
  { cue: 'read-same-person', key: 'step4', rows: ['name'], answers: [] },
] as const;
const rows = [
  { key: 'file', y: 152, h: 40 },
  { key: 'record', y: 194, h: 68 },
  { key: 'offense', y: 264, h: 40 },
  { key: 'court', y: 306, h: 40 },
  { key: 'name', y: 348, h: 40 },
];
/** When in its cue each answer is spoken. */
const answerShares: Record<string, readonly number[]> = {
  'read-file': [0.22, 0.45],
  'read-record-type': [0.12, 0.38],
  'read-offense-court': [0.12, 0.55, 0.78],
};

/** An invented return and the order in which to read it. */
export function DatabaseReturn(moment: Moment) {
  const five = when(moment, 'read-same-person', 0.72);
  const atFive = moment.t >= five;
  return (
    <>
      {steps.map((step, index) => (
        <Step
          key={step.key}
          moment={moment}
          number={index + 1}
          words={step.key}
          begins={when(moment, step.cue)}
          lit={isSpoken(moment, step.cue) && !(index === 3 && atFive)}
        />
      ))}
      <Step moment={moment} number={5} words="step5" begins={five} lit={atFive} />
      <Screen moment={moment} />
      {steps.map((step, index) => {
        const next = steps[index + 1]?.cue;
        const leaves = next ? 1 - rise(moment, when(moment, next) - 0.4, 0.25) : 1 - rise(moment, five - 0.4, 0.25);
        return step.answers.map((kind, row) => (
          <Answer
            key={`${step.key}-${kind}`}
            moment={moment}
            kind={kind}
            row={row}
            words={`${step.key}-${kind}`}
            show={Math.min(leaves, from(moment, step.cue, answerShares[step.cue]?.[row]))}
          />
        ));
      })}
      <Panel
        x={480}
        y={412}
        w={736}
        h={100}
        size={30}
        weight={650}
        show={Math.min(from(moment, 'read-same-person', 0.3), 1 - rise(moment, five - 0.4, 0.25))}
      >
        {word(moment, 'compare')}
      </Panel>
      {(['criminal', 'unsure', 'civil'] as const).map((kind, row) => (
        <Answer
          key={kind}
          moment={moment}
          kind={kind}
          row={row}
          words={`step5-${kind}`}
          show={rise(moment, five + row * 0.35)}
        />
      ))}
    </>
  );
}

function Step({
  moment,
  number,
  words,
  begins,
  lit,
}: {
  moment: Moment;
  number: number;
  words: string;
  begins: number;
  lit: boolean;
}) {
  const reached = moment.t >= begins - 0.15;
  return (
    <Panel
      x={64}
      y={100 + (number - 1) * 96}
      w={392}
      h={86}
      size={28}
      weight={lit ? 750 : 600}
      lit={lit ? 1 : 0}
      color={reached ? look.text : look.quiet}
      style={{ padding: '0 16px' }}
    >
      <span style={{ color: look.brass, fontSize: 40, fontWeight: 800, width: 44, flex: 'none' }}>{number}</span>
      <span>{word(moment, words)}</span>
    </Panel>
  );
}

function Screen({ moment }: { moment: Moment }) {
  const lit = new Set<string>(steps.flatMap((step) => (isSpoken(moment, step.cue) ? step.rows : [])));
  return (
    <>
      <Box
        x={480}
        y={100}
        w={736}
        h={296}
        style={{ background: look.screen, border: `2px solid ${look.quiet}`, borderRadius: 12 }}
      />
      <Box x={500} y={108} w={696} h={38} size={24} weight={700} color={look.brass}>
        {word(moment, 'mark')}
      </Box>
      {rows.map(({ key, y, h }) => (
        <Box
          key={key}
          x={490}
          y={y}
          w={716}
          h={h}
          size={24}
          style={{
            fontFamily: mono,
            background: lit.has(key) ? '#2A3C1E00' : undefined,
            outline: lit.has(key) ? `3px solid ${look.brass}` : 'none',
            borderRadius: 6,
            padding: '0 10px',
          }}
        >
          <span style={{ color: look.quiet, width: 178, flex: 'none' }}>{word(moment, `${key}Field`)}</span>
          <span style={{ lineHeight: 1.25 }}>{word(moment, `${key}Value`)}</span>
        </Box>
      ))}
    </>
  );
}

function Answer({
  moment,
  kind,
  row,
  words,
  show,
}: {
  moment: Moment;
  kind: Kind;
  row: number;
  words: string;
  show: number;
}) {
  return (
    <Panel
      x={480}
      y={408 + row * 59}
      w={736}
      h={53}
      size={26}
      weight={600}
      edge={look[kind]}
      show={show}
      style={{ padding: '0 16px', justifyContent: 'space-between' }}
    >
      <span>{word(moment, words)}</span>
      <Tag kind={kind} word={word(moment, kind)} size={26} />
    </Panel>
  );
}
