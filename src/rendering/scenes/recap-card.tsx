import type { ReactNode } from 'react';
import { Box, Panel } from './box.tsx';
import { look } from './look.ts';
import { from, type Moment, rise, when, word } from './moment.ts';
import { type Kind, Tag } from './signs.tsx';

const icons: Record<string, ReactNode> = {
  dispatch: <path d="M14 50 V38 a26 26 0 0 1 52 0 v12 M8 46 h12 v22 h-12z M60 46 h12 v22 h-12z M66 68 q0 10 -18 10" />,
  supervisor: <path d="M40 14 a14 14 0 1 1 -0.1 0z M12 76 q0 -30 28 -30 t28 30z" />,
  policy: <path d="M16 6 h36 l14 14 v58 h-50z M26 34 h30 M26 48 h30 M26 62 h20" />,
};

/** Where help is, who else may see the rules, and the rule on one card. */
export function RecapCard(moment: Moment) {
  const last = rise(moment, when(moment, 'recap') - 0.4, 0.4);
  return last < 1 ? <Help moment={moment} stay={1 - last} /> : <Recap moment={moment} />;
}

function Help({ moment, stay }: { moment: Moment; stay: number }) {
  const helpers = [
    { key: 'dispatch', share: 0.2 },
    { key: 'supervisor', share: 0.36 },
    { key: 'policy', share: 0.6 },
  ];
  return (
    <>
      {helpers.map(({ key, share }, index) => (
        <Panel
          key={key}
          x={64 + index * 392}
          y={110}
          w={368}
          h={220}
          size={32}
          weight={700}
          align="center"
          show={Math.min(stay, from(moment, 'help-where', share))}
        >
          <div>
            <svg
              width="80"
              height="84"
              viewBox="0 0 80 84"
              fill="none"
              stroke={look.brass}
              strokeWidth="5"
              strokeLinejoin="round"
              aria-hidden="true"
            >
              {icons[key]}
            </svg>
            <div style={{ marginTop: 14 }}>{word(moment, key)}</div>
          </div>
        </Panel>
      ))}
      <Panel
        x={64}
        y={354}
        w={1152}
        h={96}
        size={34}
        weight={700}
        align="center"
        show={Math.min(stay, from(moment, 'community', 0.05))}
      >
        {word(moment, 'community')}
      </Panel>
      <Panel
        x={64}
        y={470}
        w={1152}
        h={96}
        size={32}
        weight={650}
        align="center"
        edge={look.brass}
        show={Math.min(stay, from(moment, 'community', 0.5))}
      >
        {word(moment, 'lawyer')}
      </Panel>
    </>
  );
}

const lines: readonly { key: string; share: number; kind?: Kind }[] = [
  { key: 'read', share: 0.04 },
  { key: 'criminal', share: 0.22, kind: 'criminal' },
  { key: 'unsure', share: 0.46, kind: 'unsure' },
  { key: 'civil', share: 0.6, kind: 'civil' },
  { key: 'status', share: 0.78 },
];

function Recap({ moment }: { moment: Moment }) {
  return lines.map(({ key, share, kind }, index) => (
    <Panel
      key={key}
      x={64}
      y={100 + index * 96}
      w={1152}
      h={86}
      size={34}
      weight={700}
      edge={kind ? look[kind] : look.brass}
      show={from(moment, 'recap', share)}
    >
      {kind && (
        <Box x={24} y={0} w={390} h={82}>
          <Tag kind={kind} word={word(moment, `${kind}Tag`)} size={32} />
        </Box>
      )}
      <span style={{ marginLeft: kind ? 400 : 0 }}>{word(moment, key)}</span>
    </Panel>
  ));
}
