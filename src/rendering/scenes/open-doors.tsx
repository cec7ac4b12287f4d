import { Box, Drawing } from './box.tsx';
import { Person } from './figures.tsx';
import { look } from './look.ts';
import { from, type Moment, rise, round, when, word } from './moment.ts';
import { Marked, Tag } from './signs.tsx';

const crimes = ['trafficking', 'terrorism', 'laundering', 'gangs'] as const;
const crimeShares = [0.3, 0.38, 0.46, 0.54];
const top = 112;
const height = 470;
const doors = {
  civil: { x: 64, w: 240 },
  first: { x: 324, w: 400 },
  second: { x: 744, w: 472 },
};

/** Two doors that open, and the one that stays shut. */
export function OpenDoors(moment: Moment) {
  const first = rise(moment, when(moment, 'allowed-criminal', 0.2), 1.3);
  const second = rise(moment, when(moment, 'allowed-crimes', 0.03), 1.3);
  const comes = rise(moment, 0.1, 0.8);
  return (
    <>
      <Room {...doors.first} show={comes} lit={first} />
      <Box x={348} y={132} w={364} h={84} size={33} weight={750} show={first}>
        {word(moment, 'criminalWarrant')}
      </Box>
      <Box x={348} y={236} w={364} h={50} show={first}>
        <Tag kind="criminal" word={word(moment, 'criminal')} size={36} />
      </Box>
      <Box x={348} y={316} w={364} h={50} size={31} weight={650} show={from(moment, 'allowed-criminal', 0.74)}>
        <Marked yes gap={12}>
          {word(moment, 'active')}
        </Marked>
      </Box>
      <Box x={348} y={378} w={364} h={50} size={31} weight={650} show={from(moment, 'allowed-criminal', 0.88)}>
        <Marked yes gap={12}>
          {word(moment, 'forCrime')}
        </Marked>
      </Box>
      <Drawing show={from(moment, 'allowed-criminal', 0.62)}>
        <Person does="dispatch" x={524} y={510} scale={0.9} />
      </Drawing>
      <Door {...doors.first} number="1" open={first} show={comes} />

      <Room {...doors.second} show={comes} lit={second} />
      <Box x={768} y={126} w={424} h={114} size={31} weight={700} show={second}>
        {word(moment, 'suspectedCrime')}
      </Box>
      {crimes.map((key, index) => (
        <Box
          key={key}
          x={768}
          y={254 + index * 50}
          w={424}
          h={50}
          size={33}
          weight={700}
          show={from(moment, 'allowed-crimes', crimeShares[index])}
        >
          <Marked yes>{word(moment, key)}</Marked>
        </Box>
      ))}
      <Box
        x={768}
        y={468}
        w={424}
        h={106}
        size={29}
        weight={650}
        color={look.criminal}
        show={from(moment, 'allowed-crimes', 0.78)}
      >
        <Marked>{word(moment, 'notCrimes')}</Marked>
      </Box>
      <Door {...doors.second} number="2" open={second} show={comes} />

      <Door {...doors.civil} open={0} show={comes} shut={rise(moment, when(moment, 'allowed-crimes', 0.9), 0.6)} />
      <Box x={74} y={150} w={220} h={48} align="center" show={comes}>
        <Tag kind="civil" word={word(moment, 'civil')} size={36} />
      </Box>
      <Box
        x={74}
        y={216}
        w={220}
        h={220}
        size={30}
        weight={700}
        align="center"
        show={from(moment, 'allowed-crimes', 0.88)}
      >
        {word(moment, 'shut')}
      </Box>
    </>
  );
}

interface DoorProps {
  readonly x: number;
  readonly w: number;
  readonly show: number;
}

/** What is behind a door, lit once it opens. */
function Room({ x, w, show, lit }: DoorProps & { lit: number }) {
  const edge = lit >= 1 ? look.brass : look.line;
  return (
    <Box
      x={x}
      y={top}
      w={w}
      h={height}
      show={show}
      fit={false}
      style={{
        background: lit > 0 ? look.panel : look.screen,
        borderRadius: 6,
        boxShadow: `inset 0 0 0 2.5px ${edge}, 0 0 0 2.5px ${edge}`,
      }}
    />
  );
}

/** A leaf that swings away on its left hinge; one that is shut has a bar across it. */
function Door({ x, w, show, open, number, shut = 0 }: DoorProps & { open: number; number?: string; shut?: number }) {
  if (open >= 1) return null;
  const angle = open * (Math.PI / 2);
  const edge = round(x + w * Math.cos(angle));
  const away = round(46 * Math.sin(angle));
  const [upper, lower] = [top, top + height];
  return (
    <Drawing show={show}>
      <path
        d={`M${x} ${upper} L${edge} ${upper - away * 0.4} V${lower + away * 0.4} L${x} ${lower} z`}
        fill="#1B3560"
        stroke={number ? look.quiet : look.civil}
        strokeWidth="5"
        strokeLinejoin="round"
      />
      {open < 0.5 && number && (
        <>
          <circle cx={round(edge - 34 * Math.cos(angle))} cy={top + height / 2 + 10} r="11" fill={look.brass} />
          <text
            x={round((x + edge) / 2)}
            y={top + 230}
            fontSize="110"
            fontWeight="800"
            textAnchor="middle"
            fill={look.brass}
            opacity={1 - open * 2}
          >
            {number}
          </text>
        </>
      )}
      {!number && (
        <>
          <rect
            x={x + 22}
            y={lower - 128}
            width={w - 44}
            height="34"
            rx="6"
            fill={look.panel}
            stroke={shut > 0 ? look.brass : look.civil}
            strokeWidth={5 + 3 * shut}
          />
          <circle
            cx={x + w / 2}
            cy={lower - 111}
            r="26"
            fill={look.panel}
            stroke={shut > 0 ? look.brass : look.civil}
            strokeWidth="5"
          />
          <path d={`M${x + w / 2} ${lower - 118} v18`} stroke={look.text} strokeWidth="7" strokeLinecap="round" />
        </>
      )}
    </Drawing>
  );
}
