import { Box, Drawing, Panel, Trace } from './box.tsx';
import { Person } from './figures.tsx';
import { look } from './look.ts';
import { from, type Moment, rise, round, run, when, word } from './moment.ts';

const cue = 'tell-only-reason';
const hour = 1068;
const left = 64;

/** What to tell dispatch; then ten minutes against the whole hour, on one scale. */
export function UrgentBars({ moment, show }: { moment: Moment; show: number }) {
  const bars = [
    { key: 'urgent', y: 318, minutes: 10, share: 0.46, until: 0.6, color: look.brass },
    { key: 'routine', y: 438, minutes: 60, share: 0.74, until: 0.99, color: look.quiet },
  ];
  return (
    <div style={{ opacity: show }}>
      <Drawing>
        <Person does="police" x={132} y={196} scale={0.9} show={from(moment, cue)} />
        <Person does="dispatch" x={1148} y={196} scale={0.9} show={from(moment, cue, 0.2)} />
        <Trace d="M200 196 H232" drawn={from(moment, cue, 0.04)} />
        <Trace d="M1050 196 H1078" drawn={from(moment, cue, 0.28)} />
      </Drawing>
      <Panel
        x={236}
        y={126}
        w={810}
        h={140}
        size={36}
        weight={700}
        align="center"
        show={from(moment, cue, 0.04)}
        lit={rise(moment, when(moment, cue, 0.26)) * (1 - rise(moment, when(moment, cue, 0.44)))}
      >
        <span>
          <span style={{ color: look.brass, fontSize: 29, display: 'block' }}>{word(moment, 'toDispatch')}</span>
          {word(moment, 'onlyReason')}
        </span>
      </Panel>
      {bars.map(({ key, y, minutes, share, until, color }) => {
        const grown = run(moment, when(moment, cue, share), when(moment, cue, until));
        const shown = from(moment, cue, share - 0.05);
        return (
          <div key={key}>
            <Box x={left} y={y} w={1152} h={46} size={33} weight={700} show={shown}>
              {word(moment, key)}
            </Box>
            <Box
              x={left}
              y={y + 50}
              w={hour}
              h={44}
              show={shown}
              style={{ background: look.screen, borderRadius: 8 }}
            />
            <Box
              x={left}
              y={y + 50}
              w={Math.max(1, round(((hour * minutes) / 60) * grown))}
              h={44}
              show={grown > 0 ? 1 : 0}
              style={{ background: color, borderRadius: 8 }}
            />
          </div>
        );
      })}
      <Box
        x={left - 30}
        y={540}
        w={hour + 60}
        h={40}
        size={26}
        color={look.quiet}
        fit={false}
        show={from(moment, cue, 0.4)}
        style={{ justifyContent: 'space-between' }}
      >
        {[0, 10, 20, 30, 40, 50, 60].map((minute) => (
          <span key={minute} style={{ width: 60, textAlign: 'center' }}>
            {minute}
          </span>
        ))}
      </Box>
      <Box x={left + hour + 28} y={540} w={56} h={40} size={26} color={look.quiet} show={from(moment, cue, 0.4)}>
        {word(moment, 'minutes')}
      </Box>
    </div>
  );
}
