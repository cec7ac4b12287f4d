import { AskSupervisor } from './ask-supervisor.tsx';
import { Box, Panel } from './box.tsx';
import { HourDial } from './hour-dial.tsx';
import { look } from './look.ts';
import { between, from, type Moment, rise, when, word } from './moment.ts';
import { Mark, Shape } from './signs.tsx';
import { UrgentBars } from './urgent-bars.tsx';

/** Confirm, tell, ask, mind the hour: one picture a cue. */
export function TwoKeys(moment: Moment) {
  if (moment.t < when(moment, 'tell-only-reason') - 0.2)
    return <Lock moment={moment} show={between(moment, 'confirm-both', 'tell-only-reason')} />;
  if (moment.t < when(moment, 'unsure-supervisor') - 0.2)
    return <UrgentBars moment={moment} show={between(moment, 'tell-only-reason', 'unsure-supervisor')} />;
  if (moment.t < when(moment, 'hour-ceiling') - 0.2)
    return <AskSupervisor moment={moment} show={between(moment, 'unsure-supervisor', 'hour-ceiling')} />;
  return <HourDial moment={moment} />;
}

function Lock({ moment, show }: { moment: Moment; show: number }) {
  const keys = [
    { key: 'active', y: 212, asked: 0.33, answered: 0.5 },
    { key: 'offense', y: 396, asked: 0.52, answered: 0.74 },
  ];
  const open = rise(moment, when(moment, 'confirm-both', 0.86), 0.9);
  return (
    <div style={{ opacity: show }}>
      <Box
        x={64}
        y={116}
        w={580}
        h={70}
        size={34}
        weight={750}
        color={look.brass}
        show={from(moment, 'confirm-both', 0.1)}
      >
        {word(moment, 'ask')}
      </Box>
      {keys.map(({ key, y, asked, answered }) => (
        <Panel
          key={key}
          x={64}
          y={y}
          w={580}
          h={168}
          size={36}
          weight={700}
          show={from(moment, 'confirm-both', asked - 0.18)}
          lit={from(moment, 'confirm-both', asked) * (1 - from(moment, 'confirm-both', answered))}
        >
          <span>{word(moment, key)}</span>
        </Panel>
      ))}
      <svg width="1280" height="720" viewBox="0 0 1280 720" style={{ position: 'absolute' }} aria-hidden="true">
        <path
          d={`M930 ${236 - open * 28} v-12 a70 70 0 0 1 140 0 v${12 + open * 2}`}
          fill="none"
          stroke={look.quiet}
          strokeWidth="24"
        />
        <rect
          x="890"
          y="250"
          width="220"
          height="230"
          rx="20"
          fill={look.panel}
          stroke={open > 0 ? look.civil : look.quiet}
          strokeWidth="6"
        />
        <circle cx="930" cy="296" r="20" fill={look.screen} stroke={look.brass} strokeWidth="4" />
        <circle cx="930" cy="480" r="20" fill={look.screen} stroke={look.brass} strokeWidth="4" />
        {keys.map(({ key, answered }, index) => {
          const turned = rise(moment, when(moment, 'confirm-both', answered), 0.8);
          const x = Math.round(670 + 66 * turned);
          const y = index === 0 ? 296 : 480;
          return (
            <g
              key={key}
              transform={`translate(${x} ${y})`}
              stroke={look.brass}
              fill="none"
              strokeWidth="10"
              opacity={from(moment, 'confirm-both', 0.2)}
            >
              <circle cx="34" cy="0" r="28" />
              <path d="M62 0 H188 M160 0 v24 M184 0 v20" />
            </g>
          );
        })}
      </svg>
      {keys.map(({ key, y, answered }) => (
        <Box
          key={key}
          x={470}
          y={y + 110}
          w={160}
          h={50}
          size={34}
          weight={800}
          color={look.civil}
          align="right"
          show={from(moment, 'confirm-both', answered)}
        >
          <Mark yes size={32} />
          <span style={{ marginLeft: 10 }}>{word(moment, 'yes')}</span>
        </Box>
      ))}
      <Box
        x={740}
        y={526}
        w={476}
        h={50}
        size={28}
        weight={700}
        align="center"
        color={look.criminal}
        show={from(moment, 'confirm-both', 0.9)}
      >
        <Shape kind="criminal" />
        <span style={{ marginLeft: 12 }}>{word(moment, 'procedure')}</span>
      </Box>
    </div>
  );
}
