import { Box, Drawing, Panel } from './box.tsx';
import { Person } from './figures.tsx';
import { look } from './look.ts';
import { blend, from, type Moment, rise, when, word } from './moment.ts';
import { Mark, Shape } from './signs.tsx';

const cue = 'confirm-both';
const keys = [
  { key: 'active', y: 256, asked: 0.37, answered: 0.5 },
  { key: 'offense', y: 432, asked: 0.55, answered: 0.76 },
];

/** Dispatch's two questions are two keys; the lock opens only when both have been turned. */
export function TwoKeyLock({ moment, show }: { moment: Moment; show: number }) {
  const open = rise(moment, when(moment, cue, 0.86), 0.9);
  const turned = (answered: number) => rise(moment, when(moment, cue, answered) + 0.1, 0.9);
  return (
    <div style={{ opacity: show }}>
      <Drawing>
        <Person does="dispatch" x={132} y={162} scale={0.72} show={from(moment, cue, 0.08)} />
        <path
          d={`M922 ${238 - open * 34} v-22 a78 78 0 0 1 156 0 v${open > 0 ? 10 : 22}`}
          fill="none"
          stroke={look.quiet}
          strokeWidth="26"
        />
        <rect
          x="876"
          y="234"
          width="248"
          height="288"
          rx="22"
          fill={look.panel}
          stroke={open > 0 ? look.criminal : look.quiet}
          strokeWidth="6"
        />
        {keys.map(({ key, y }) => (
          <g key={key}>
            <circle cx="938" cy={y + 34} r="24" fill={look.screen} stroke={look.brass} strokeWidth="4" />
            <path d={`M980 ${y + 34} h110`} stroke={look.line} strokeWidth="10" strokeLinecap="round" />
          </g>
        ))}
        {keys.map(({ key, y, asked, answered }) => {
          const p = turned(answered);
          return (
            <g key={key} opacity={from(moment, cue, asked)}>
              <g
                transform={`translate(${blend(690, 800, Math.min(1, p * 2))} ${y + 34}) scale(1 ${blend(1, -1, Math.max(0, p * 2 - 1))})`}
                stroke={look.brass}
                fill="none"
                strokeWidth="12"
              >
                <circle cx="0" cy="0" r="28" />
                <path d="M28 0 H140 M112 0 v26 M136 0 v20" />
              </g>
              <path
                d={`M980 ${y + 34} h${blend(0, 110, Math.max(0, p * 2 - 1))}`}
                stroke={look.criminal}
                strokeWidth="10"
                strokeLinecap="round"
                opacity={p > 0.5 ? 1 : 0}
              />
            </g>
          );
        })}
      </Drawing>
      <Box x={196} y={112} w={448} h={92} size={36} weight={750} color={look.brass} show={from(moment, cue, 0.12)}>
        {word(moment, 'ask')}
      </Box>
      {keys.map(({ key, y, asked, answered }) => (
        <Panel
          key={key}
          x={64}
          y={y - 44}
          w={580}
          h={156}
          size={38}
          weight={700}
          show={from(moment, cue, asked - 0.04)}
          lit={from(moment, cue, asked) * (1 - turned(answered))}
        >
          <div>
            <div>{word(moment, key)}</div>
            <div
              style={{
                display: 'flex',
                alignItems: 'center',
                gap: 12,
                marginTop: 10,
                opacity: from(moment, cue, answered),
                fontSize: 36,
                fontWeight: 800,
              }}
            >
              <Mark yes size={34} />
              {word(moment, 'yes')}
            </div>
          </div>
        </Panel>
      ))}
      <Box
        x={696}
        y={536}
        w={520}
        h={50}
        size={30}
        weight={700}
        align="center"
        color={look.criminal}
        show={from(moment, cue, 0.92)}
      >
        <Shape kind="criminal" size={28} />
        <span style={{ marginLeft: 12 }}>{word(moment, 'procedure')}</span>
      </Box>
    </div>
  );
}
