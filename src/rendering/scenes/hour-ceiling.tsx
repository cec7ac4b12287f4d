import { Box, Drawing, Panel } from './box.tsx';
import { Person } from './figures.tsx';
import { look } from './look.ts';
import { between, blend, from, type Moment, rise, run, when, word } from './moment.ts';
import { Marked, Tag } from './signs.tsx';

const ceiling = 150;
const floor = 566;
const minute = (floor - ceiling) / 60;
/** Minutes that finding out takes in this picture; any number well under the hour would do. */
const taken = 18;

/** The hour as a ceiling over finding out; and what is left of it once the basis is known to be civil: nothing. */
export function HourCeiling({ moment }: { moment: Moment }) {
  const grown = run(moment, when(moment, 'hour-ceiling', 0.06), when(moment, 'hour-ceiling', 0.94)) * taken;
  const known = rise(moment, when(moment, 'hour-ends-when-civil', 0.03), 0.6);
  const closed = rise(moment, when(moment, 'hour-ends-when-civil', 0.12), 0.9);
  const minutes = grown * (1 - closed);
  const top = Math.round(floor - minutes * minute);
  const early = between(moment, 'hour-ceiling', 'hour-ends-when-civil');
  const show = (share: number) => Math.min(early, from(moment, 'hour-ceiling', share));
  const end = (share: number) => from(moment, 'hour-ends-when-civil', share);
  const allowance = show(0.58);
  return (
    <>
      <Drawing show={Math.max(from(moment, 'hour-ceiling'), known)}>
        <pattern id="ceiling" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0 V16" stroke={look.criminalInk} strokeWidth="10" />
        </pattern>
        <rect x="150" y={ceiling - 30} width="410" height="30" fill="url(#ceiling)" />
        <path d={`M150 ${ceiling} H560`} stroke={look.criminal} strokeWidth="6" />
        <path d={`M150 ${floor} H560`} stroke={look.quiet} strokeWidth="5" />
        {[15, 30, 45].map((at) => (
          <path key={at} d={`M150 ${floor - at * minute} h16`} stroke={look.quiet} strokeWidth="4" />
        ))}
        <Person does="police" x={232} y={500} scale={0.95} />
        <Person does="driver" x={484} y={500} scale={0.95} />
        <rect x="308" y={top} width="102" height={floor - top} fill={known > 0 ? look.civil : look.unsure} />
        <g opacity={allowance} stroke={look.quiet} strokeWidth="3" fill="none">
          <path d={`M300 ${ceiling + 10} h118 V${floor - taken * minute - 66} h-118 z`} strokeDasharray="10 9" />
        </g>
      </Drawing>
      {[0, 15, 30, 45, 60].map((at) => (
        <Box
          key={at}
          x={76}
          y={floor - at * minute - 20}
          w={62}
          h={40}
          size={28}
          weight={at === 60 ? 800 : 500}
          align="right"
          color={at === 60 ? look.criminal : look.quiet}
          show={Math.max(from(moment, 'hour-ceiling'), known)}
        >
          {at}
        </Box>
      ))}
      <Box
        x={259}
        y={top - 58}
        w={200}
        h={54}
        align="center"
        size={38}
        weight={800}
        color={known > 0 ? look.civil : look.unsure}
      >
        {`${Math.round(minutes)} ${word(moment, 'minutes')}`}
      </Box>
      <Panel x={620} y={112} w={596} h={146} size={36} weight={750} edge={look.criminal} show={show(0.34)}>
        {word(moment, 'ceiling')}
      </Panel>
      <Panel x={620} y={276} w={596} h={146} size={36} weight={700} show={allowance}>
        <Marked>{word(moment, 'notAllowance')}</Marked>
      </Panel>
      <Panel x={620} y={440} w={596} h={146} size={36} weight={700} edge={look.unsure} show={show(0.76)}>
        <Marked yes>{word(moment, 'reasonable')}</Marked>
      </Panel>
      <Box x={blend(700, 620, known)} y={104} w={596} h={54} show={end(0.03)} fit={known >= 1}>
        <Tag kind="civil" word={word(moment, 'knownCivil')} size={38} />
      </Box>
      <Panel x={620} y={166} w={596} h={76} size={35} weight={800} edge={look.civil} show={end(0.12)}>
        <Marked>{word(moment, 'noHold')}</Marked>
      </Panel>
      <Panel x={620} y={252} w={596} h={76} size={33} weight={700} show={end(0.32)}>
        <Marked>{word(moment, 'waitHere')}</Marked>
      </Panel>
      <Box x={620} y={334} w={596} h={52} size={30} color={look.quiet} show={end(0.48)}>
        {word(moment, 'asIfNoHit')}
      </Box>
      <Panel x={620} y={392} w={596} h={90} size={31} weight={700} show={end(0.7)}>
        <Marked yes>{word(moment, 'ticket')}</Marked>
      </Panel>
      <Panel x={620} y={492} w={596} h={90} size={31} weight={700} show={end(0.84)}>
        <Marked yes>{word(moment, 'drunkDriver')}</Marked>
      </Panel>
    </>
  );
}
