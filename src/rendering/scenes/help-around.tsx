import { Box, Drawing, Panel, Trace } from './box.tsx';
import { Person, Sheet } from './figures.tsx';
import { look } from './look.ts';
import { blend, from, type Moment, rise, when, word } from './moment.ts';

const helpers = [
  { key: 'dispatch', x: 240, share: 0.26 },
  { key: 'supervisor', x: 640, share: 0.42 },
  { key: 'policy', x: 1040, share: 0.64 },
];
const y = 196;

/** An officer is not alone: lines lead to dispatch, the supervisor and the written policy; then the community is told the same. */
export function HelpAround({ moment, stay }: { moment: Moment; stay: number }) {
  const away = rise(moment, when(moment, 'community') - 0.4, 0.6);
  const at = (cue: string, share: number, seconds = 0.7) => rise(moment, when(moment, cue, share) - 0.1, seconds);
  const officer = Math.min(stay, 1 - away);
  return (
    <>
      <Drawing show={officer}>
        {helpers.map(({ key, x, share }) => (
          <Trace
            key={key}
            d={x === 640 ? 'M640 410 V340' : `M${x < 640 ? 570 : 710} 480 H${x} V340`}
            drawn={at('help-where', share - 0.08)}
            width={6}
          />
        ))}
        <Person does="police" x={640} y={blend(520, 490, rise(moment, 0, 0.8))} scale={1.3} lit />
      </Drawing>
      <Drawing show={stay}>
        <Person does="dispatch" x={240} y={y} scale={1.15} show={at('help-where', 0.24)} />
        <Person does="supervisor" x={640} y={y} scale={1.15} show={at('help-where', 0.4)} />
        <Sheet x={1040} y={y} scale={1.2} color={look.brass} show={at('help-where', 0.62)} />
      </Drawing>
      {helpers.map(({ key, x, share }) => (
        <Box
          key={key}
          x={x - 176}
          y={y + 84}
          w={352}
          h={52}
          size={34}
          weight={700}
          align="center"
          show={Math.min(stay, at('help-where', share))}
        >
          {word(moment, key)}
        </Box>
      ))}
      <Panel
        x={64}
        y={370}
        w={1152}
        h={98}
        size={34}
        weight={700}
        align="center"
        show={Math.min(stay, from(moment, 'community', 0.06))}
        style={{ padding: '0 120px' }}
      >
        {word(moment, 'community')}
      </Panel>
      <Drawing show={Math.min(stay, from(moment, 'community', 0.12))}>
        <Person does="driver" x={126} y={426} scale={0.52} />
        <Person does="clerk" x={1154} y={426} scale={0.52} />
      </Drawing>
      <Panel
        x={64}
        y={484}
        w={1152}
        h={98}
        size={34}
        weight={700}
        align="center"
        show={Math.min(stay, from(moment, 'community', 0.52))}
        style={{ boxShadow: `inset 0 0 0 4px ${look.brass}` }}
      >
        {word(moment, 'lawyer')}
      </Panel>
    </>
  );
}
