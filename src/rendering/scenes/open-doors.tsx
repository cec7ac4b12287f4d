import { Box, Panel } from './box.tsx';
import { look } from './look.ts';
import { from, type Moment, rise, when, word } from './moment.ts';
import { Mark, Marked, Tag } from './signs.tsx';

const crimes = ['trafficking', 'terrorism', 'laundering', 'gangs'];

/** Two doors that open, and the one that stays shut. */
export function OpenDoors(moment: Moment) {
  const first = rise(moment, when(moment, 'allowed-criminal', 0.18), 1.1);
  const second = rise(moment, when(moment, 'allowed-crimes', 0.04), 1.1);
  const crimeShares = [0.32, 0.4, 0.48, 0.56];
  return (
    <>
      <Panel x={64} y={100} w={470} h={400} show={1} edge={first > 0 ? look.civil : look.quiet} />
      <Box x={92} y={120} w={414} h={90} size={34} weight={750} show={first}>
        {word(moment, 'criminalWarrant')}
      </Box>
      <Box x={92} y={216} w={414} h={50} show={first}>
        <Tag kind="criminal" word={word(moment, 'criminal')} size={30} />
      </Box>
      <Box x={92} y={290} w={414} h={70} size={32} weight={650} show={from(moment, 'allowed-criminal', 0.78)}>
        <Marked yes>{word(moment, 'active')}</Marked>
      </Box>
      <Box x={92} y={366} w={414} h={80} size={32} weight={650} show={from(moment, 'allowed-criminal', 0.9)}>
        <Marked yes>{word(moment, 'forCrime')}</Marked>
      </Box>
      <Door x={64} y={100} w={470} h={400} number={1} open={first} />

      <Panel x={558} y={100} w={658} h={400} show={1} edge={second > 0 ? look.civil : look.quiet} />
      <Box x={586} y={112} w={602} h={80} size={32} weight={750} show={second}>
        {word(moment, 'suspectedCrime')}
      </Box>
      {crimes.map((key, index) => (
        <Box
          key={key}
          x={586}
          y={196 + index * 50}
          w={602}
          h={48}
          size={32}
          weight={650}
          show={from(moment, 'allowed-crimes', crimeShares[index])}
        >
          <Marked yes>{word(moment, key)}</Marked>
        </Box>
      ))}
      <Box
        x={586}
        y={402}
        w={602}
        h={88}
        size={28}
        weight={650}
        color={look.criminal}
        show={from(moment, 'allowed-crimes', 0.8)}
      >
        <Mark size={34} />
        <span style={{ marginLeft: 16 }}>{word(moment, 'notCrimes')}</span>
      </Box>
      <Door x={558} y={100} w={658} h={400} number={2} open={second} />

      <Panel
        x={64}
        y={512}
        w={1152}
        h={68}
        size={30}
        weight={700}
        style={{ justifyContent: 'space-between', padding: '0 24px' }}
        edge={look.civil}
      >
        <Marked>{word(moment, 'shut')}</Marked>
        <Tag kind="civil" word={word(moment, 'civil')} size={30} />
      </Panel>
    </>
  );
}

/** A leaf that swings on its left hinge. */
function Door({
  x,
  y,
  w,
  h,
  number,
  open,
}: {
  x: number;
  y: number;
  w: number;
  h: number;
  number: number;
  open: number;
}) {
  if (open >= 1) return null;
  const left = 1 - open;
  return (
    <Box
      x={x}
      y={y}
      w={w}
      h={h}
      align="center"
      size={96}
      weight={800}
      color={look.brass}
      style={{
        background: look.panel,
        border: `2px solid ${look.quiet}`,
        borderRadius: 12,
        transformOrigin: 'left center',
        transform: `scaleX(${left})`,
      }}
    >
      {number}
    </Box>
  );
}
