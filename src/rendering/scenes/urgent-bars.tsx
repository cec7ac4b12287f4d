import { Box, Panel } from './box.tsx';
import { look } from './look.ts';
import { from, type Moment, rise, when, word } from './moment.ts';

const hour = 1100;

/** Ten minutes against the whole hour, on one scale. */
export function UrgentBars({ moment, show }: { moment: Moment; show: number }) {
  const cue = 'tell-only-reason';
  const bars = [
    { key: 'urgent', y: 300, minutes: 10, share: 0.45, color: look.civil },
    { key: 'routine', y: 436, minutes: 60, share: 0.72, color: look.criminal },
  ];
  return (
    <div style={{ opacity: show }}>
      <Panel x={64} y={112} w={1152} h={140} size={36} weight={700} edge={look.brass} show={from(moment, cue, 0.02)}>
        <span>
          <span style={{ color: look.brass, fontSize: 28, display: 'block' }}>{word(moment, 'toDispatch')}</span>
          {word(moment, 'onlyReason')}
        </span>
      </Panel>
      {bars.map(({ key, y, minutes, share, color }) => {
        const grown = rise(moment, when(moment, cue, share), minutes === 60 ? 1.6 : 0.8);
        return (
          <div key={key}>
            <Box x={64} y={y} w={1152} h={46} size={32} weight={700} show={from(moment, cue, share - 0.05)}>
              {word(moment, key)}
            </Box>
            <Box
              x={64}
              y={y + 52}
              w={hour}
              h={40}
              show={from(moment, cue, share - 0.05)}
              style={{ background: look.screen, borderRadius: 8 }}
            />
            <Box
              x={64}
              y={y + 52}
              w={Math.max(1, Math.round(((hour * minutes) / 60) * grown))}
              h={40}
              show={grown > 0 ? 1 : 0}
              style={{ background: color, borderRadius: 8 }}
            />
          </div>
        );
      })}
      <Box
        x={64}
        y={536}
        w={hour}
        h={40}
        size={24}
        color={look.quiet}
        show={from(moment, cue, 0.4)}
        style={{ justifyContent: 'space-between' }}
      >
        <span>0</span>
        <span>10</span>
        <span>20</span>
        <span>30</span>
        <span>40</span>
        <span>50</span>
        <span>{word(moment, 'sixty')}</span>
      </Box>
    </div>
  );
}
