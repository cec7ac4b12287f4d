import { Box, Drawing, Panel, Trace } from './box.tsx';
import { Person, Sheet } from './figures.tsx';
import { look } from './look.ts';
import { blend, from, type Moment, rise, when, word } from './moment.ts';

const helpers = [
  { key: 'dispatch', x: 500, share: 0.22 },
  { key: 'supervisor', x: 780, share: 0.42 },
  { key: 'policy', x: 1060, share: 0.62 },
];

/** An officer is not alone: lines lead to dispatch, the supervisor and the written policy; then to the community. */
export function HelpAround({ moment, stay }: { moment: Moment; stay: number }) {
  const up = rise(moment, when(moment, 'community') - 0.2, 0.8);
  const at = (cue: string, share: number, seconds = 0.7) => rise(moment, when(moment, cue, share) - 0.1, seconds);
  const y = blend(330, 216, up);
  return (
    <>
      <Drawing show={stay}>
        <Person does="police" x={190} y={y} scale={1.25} lit />
        {helpers.map(({ key, x, share }) => (
          <Trace
            key={key}
            d={`M${x === 500 ? 282 : x - 190} ${y} H${x - 92}`}
            drawn={at('help-where', share - 0.12)}
            width={6}
          />
        ))}
        <Person does="dispatch" x={500} y={y} scale={1.15} show={at('help-where', 0.2)} />
        <Person does="supervisor" x={780} y={y} scale={1.15} show={at('help-where', 0.4)} />
        <Sheet x={1060} y={y} scale={1.2} color={look.brass} show={at('help-where', 0.6)} />
      </Drawing>
      {helpers.map(({ key, x, share }) => (
        <Box
          key={key}
          x={x - 138}
          y={y + 90}
          w={276}
          h={60}
          size={32}
          weight={700}
          align="center"
          show={Math.min(stay, at('help-where', share))}
        >
          {word(moment, key)}
        </Box>
      ))}
      <Panel
        x={64}
        y={394}
        w={1152}
        h={92}
        size={34}
        weight={700}
        align="center"
        show={Math.min(stay, from(moment, 'community', 0.06))}
      >
        {word(moment, 'community')}
      </Panel>
      <Drawing show={Math.min(stay, from(moment, 'community', 0.12))}>
        <Person does="driver" x={126} y={446} scale={0.5} />
        <Person does="clerk" x={1154} y={446} scale={0.5} />
      </Drawing>
      <Panel
        x={64}
        y={496}
        w={1152}
        h={88}
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
