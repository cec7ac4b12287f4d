import { Box, Drawing } from './box.tsx';
import { look } from './look.ts';
import { along, from, type Moment, rise, round, when, word } from './moment.ts';
import { Tag } from './signs.tsx';
import { WhatHappened } from './what-happened.tsx';

/** What stands around the word, clockwise as the lens visits it. */
const places = [
  { key: 'file', x: 234, y: 190, share: 0.65 },
  { key: 'recordType', x: 1046, y: 190, share: 0.72 },
  { key: 'offense', x: 1046, y: 504, share: 0.79 },
  { key: 'court', x: 234, y: 504, share: 0.86 },
];
const middle = 350;
const radius = 94;

/** What happened, what this film is; then the word WARRANT, and what stands around it. */
export function WordUnderLens(moment: Moment) {
  const second = rise(moment, when(moment, 'why-word') - 0.45, 0.4);
  return second < 1 ? <WhatHappened moment={moment} stay={1 - second} /> : <Word {...moment} />;
}

function Word(moment: Moment) {
  const cue = 'why-word';
  const shown = rise(moment, when(moment, cue) - 0.05, 0.7);
  const visits = places.map(({ share }) => when(moment, cue, share));
  const back = when(moment, cue, 0.94);
  const [lx, ly] = [
    along(
      moment,
      250,
      [
        [when(moment, cue, 0.1), 380],
        [when(moment, cue, 0.43), 900],
        [when(moment, cue, 0.57), 640],
        ...places.map(({ x }, index) => [visits[index] ?? 0, x] as const),
        [back, 640],
      ],
      0.65,
    ),
    along(moment, middle, [...places.map(({ y }, index) => [visits[index] ?? 0, y] as const), [back, middle]], 0.65),
  ];
  const note = word(moment, 'wordNote');
  const alone = from(moment, cue, 0.59);
  // Only the word is enlarged: a line around it, cut by the rim, could not be read while the lens is on it.
  const larger = 1 + 0.22 * Math.max(0, 1 - Math.abs(ly - middle) / 100);
  return (
    <>
      <Drawing show={shown}>
        <clipPath id="lens">
          <circle cx={lx} cy={ly} r={radius} />
        </clipPath>
        <Around moment={moment} />
        <circle cx={lx} cy={ly} r={radius} fill={look.panel} />
        <g clipPath="url(#lens)">
          <g transform={`translate(${lx} ${ly}) scale(${round(larger)}) translate(${-lx} ${-ly})`}>
            <Around moment={moment} near />
          </g>
        </g>
        <circle cx={lx} cy={ly} r={radius} fill="none" stroke={look.brass} strokeWidth="10" />
        <path d={`M${lx + 71} ${ly + 71} l30 30`} stroke={look.brass} strokeWidth="22" strokeLinecap="round" />
      </Drawing>
      <Box x={360} y={170} w={560} h={44} size={30} color={look.quiet} align="center" show={note ? shown : 0}>
        {note}
      </Box>
      <Box x={410} y={462} w={460} h={44} align="center" style={{ gap: 40 }}>
        <span style={{ opacity: from(moment, cue, 0.34) }}>
          <Tag kind="civil" word={word(moment, 'civil')} size={33} />
        </span>
        <span style={{ opacity: from(moment, cue, 0.49) }}>
          <Tag kind="criminal" word={word(moment, 'criminal')} size={33} />
        </span>
      </Box>
      <Box x={460} y={512} w={360} h={78} size={32} weight={750} color={look.brass} align="center" show={alone}>
        {word(moment, 'proves')}
      </Box>
    </>
  );
}

/** The word and the lines around it; each can be read from when the lens has found it. */
function Around({ moment, near }: { moment: Moment; near?: boolean }) {
  return (
    <>
      <text
        x="640"
        y="402"
        fontSize="150"
        fontWeight="800"
        textAnchor="middle"
        letterSpacing="4"
        fill={near ? look.text : look.quiet}
      >
        WARRANT
      </text>
      {places.map(({ key, x, y, share }) => {
        const found = rise(moment, when(moment, 'why-word', share) + 0.3, 0.5);
        return (
          <g key={key}>
            <rect
              x={x - 170}
              y={y - 38}
              width="340"
              height="76"
              rx="12"
              fill={look.panel}
              stroke={found > 0 ? look.brass : look.line}
              strokeWidth="3"
            />
            {found < 1 && (
              <path
                d={`M${x - 130} ${y - 10} h230 M${x - 130} ${y + 14} h160`}
                stroke={look.line}
                strokeWidth="12"
                strokeLinecap="round"
                opacity={1 - found}
              />
            )}
            {found > 0 && (
              <text
                x={x}
                y={y + 12}
                fontSize="32"
                fontWeight="750"
                textAnchor="middle"
                fill={look.text}
                opacity={found}
              >
                {word(moment, key)}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
