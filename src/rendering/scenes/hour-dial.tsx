import { Box, Panel } from './box.tsx';
import { look } from './look.ts';
import { between, from, type Moment, rise, when, word } from './moment.ts';
import { Marked, Tag } from './signs.tsx';

const cx = 320;
const cy = 338;
const radius = 190;
const point = (minutes: number, r: number) => {
  const angle = (minutes / 60) * 2 * Math.PI - Math.PI / 2;
  return `${(cx + r * Math.cos(angle)).toFixed(1)} ${(cy + r * Math.sin(angle)).toFixed(1)}`;
};
const arc = (minutes: number, r: number) =>
  `M${point(0, r)} A${r} ${r} 0 ${minutes > 30 ? 1 : 0} 1 ${point(minutes, r)}`;

/** The hour as a ceiling on finding out; and what is left of it once the basis is known to be civil: nothing. */
export function HourDial({ moment }: { moment: Moment }) {
  const grown = rise(moment, when(moment, 'hour-ceiling', 0.12), 5) * 18;
  const closed = rise(moment, when(moment, 'hour-ends-when-civil', 0.06), 1.1);
  const minutes = Math.round(grown * (1 - closed) * 20) / 20;
  const ceiling = between(moment, 'hour-ceiling', 'hour-ends-when-civil');
  const show = (share: number) => Math.min(ceiling, from(moment, 'hour-ceiling', share));
  const end = (share: number) => from(moment, 'hour-ends-when-civil', share);
  return (
    <>
      <svg width="1280" height="720" viewBox="0 0 1280 720" style={{ position: 'absolute' }} aria-hidden="true">
        <circle cx={cx} cy={cy} r={radius} fill={look.screen} stroke={look.quiet} strokeWidth="3" />
        {[0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55].map((minute) => (
          <path
            key={minute}
            d={`M${point(minute, 190)} L${point(minute, minute % 15 ? 178 : 168)}`}
            stroke={look.quiet}
            strokeWidth="4"
          />
        ))}
        {minutes > 0 && <path d={arc(minutes, 152)} fill="none" stroke={look.unsure} strokeWidth="34" />}
        {closed < 1 && <path d={`M${point(0, 212)} L${point(0, 124)}`} stroke={look.criminal} strokeWidth="10" />}
        {closed > 0 && (
          <circle cx={cx} cy={cy} r="152" fill="none" stroke={look.civil} strokeWidth="8" opacity={closed} />
        )}
      </svg>
      <Box
        x={cx - 110}
        y={cy - 74}
        w={220}
        h={148}
        align="center"
        size={64}
        weight={800}
        color={closed > 0.5 ? look.civil : look.text}
      >
        <span>
          {closed > 0.5 ? '0' : '60'}
          <span style={{ display: 'block', fontSize: 28, fontWeight: 650 }}>
            {word(moment, closed > 0.5 ? 'minutesHold' : 'minutesMost')}
          </span>
        </span>
      </Box>
      <Panel x={600} y={112} w={616} h={140} size={34} weight={750} edge={look.criminal} show={show(0.3)}>
        {word(moment, 'ceiling')}
      </Panel>
      <Panel x={600} y={272} w={616} h={110} size={34} weight={700} show={show(0.55)}>
        <Marked>{word(moment, 'notAllowance')}</Marked>
      </Panel>
      <Panel x={600} y={402} w={616} h={140} size={34} weight={700} edge={look.unsure} show={show(0.75)}>
        <Marked yes>{word(moment, 'reasonable')}</Marked>
      </Panel>
      <Box x={600} y={104} w={616} h={54} show={end(0.02)}>
        <Tag kind="civil" word={word(moment, 'knownCivil')} size={36} />
      </Box>
      <Panel x={600} y={168} w={616} h={84} size={34} weight={800} edge={look.civil} show={end(0.12)}>
        <Marked>{word(moment, 'noHold')}</Marked>
      </Panel>
      <Panel x={600} y={264} w={616} h={84} size={32} weight={700} show={end(0.32)}>
        <Marked>{word(moment, 'waitHere')}</Marked>
      </Panel>
      <Box x={600} y={358} w={616} h={54} size={28} color={look.quiet} show={end(0.5)}>
        {word(moment, 'asIfNoHit')}
      </Box>
      <Panel x={600} y={416} w={616} h={74} size={30} weight={700} show={end(0.7)}>
        <Marked yes>{word(moment, 'ticket')}</Marked>
      </Panel>
      <Panel x={600} y={502} w={616} h={74} size={30} weight={700} show={end(0.84)}>
        <Marked yes>{word(moment, 'drunkDriver')}</Marked>
      </Panel>
    </>
  );
}
