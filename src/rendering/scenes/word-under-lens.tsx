import { Box, Panel } from './box.tsx';
import { look } from './look.ts';
import { from, type Moment, rise, when, word } from './moment.ts';
import { Mark, Tag } from './signs.tsx';

const places = [
  { key: 'file', x: 64, y: 120, line: 'M370 176 L470 250' },
  { key: 'recordType', x: 876, y: 120, line: 'M910 176 L810 250' },
  { key: 'offense', x: 64, y: 496, line: 'M370 520 L470 450' },
  { key: 'court', x: 876, y: 496, line: 'M910 520 L810 450' },
];

/** What happened, what this film is; then the word WARRANT, and what stands around it. */
export function WordUnderLens(moment: Moment) {
  const second = rise(moment, when(moment, 'why-word') - 0.4, 0.4);
  return second < 1 ? <WhatHappened {...moment} leaving={second} /> : <Word {...moment} />;
}

function WhatHappened({ leaving, ...moment }: Moment & { leaving: number }) {
  const stay = 1 - leaving;
  const steps = [
    { key: 'stop', x: 64, share: 0.08 },
    { key: 'entry', x: 460, share: 0.16 },
    { key: 'call', x: 856, share: 0.28 },
  ];
  const mistake = from(moment, 'why-report', 0.42);
  const plate = Math.min(stay, from(moment, 'why-report', 0.63));
  return (
    <>
      {steps.map(({ key, x, share }) => (
        <Panel
          key={key}
          x={x}
          y={124}
          w={360}
          h={130}
          size={30}
          weight={650}
          align="center"
          show={Math.min(stay, from(moment, 'why-report', share))}
        >
          {word(moment, key)}
        </Panel>
      ))}
      <Box
        x={856}
        y={262}
        w={360}
        h={50}
        size={28}
        weight={750}
        align="center"
        color={look.criminal}
        show={Math.min(stay, mistake)}
      >
        <Mark size={30} />
        <span style={{ marginLeft: 12 }}>{word(moment, 'mistake')}</span>
      </Box>
      <Box
        x={460}
        y={262}
        w={360}
        h={50}
        size={28}
        weight={750}
        align="center"
        color={look.civil}
        show={Math.min(stay, from(moment, 'why-report', 0.36))}
      >
        <Tag kind="civil" word={word(moment, 'entryIs')} size={28} />
      </Box>
      <Panel x={64} y={340} w={1152} h={230} edge={look.brass} show={plate} align="center">
        <div style={{ lineHeight: 1.45 }}>
          <div style={{ color: look.brass, fontSize: 40, fontWeight: 800 }}>{word(moment, 'sample')}</div>
          <div style={{ fontSize: 32 }}>{word(moment, 'basedOn')}</div>
          <div style={{ fontSize: 32 }}>{word(moment, 'notAdvice')}</div>
        </div>
      </Panel>
    </>
  );
}

function Word(moment: Moment) {
  const shown = rise(moment, when(moment, 'why-word') + 0.1);
  const across = rise(moment, when(moment, 'why-word', 0.12), 4.2);
  const back = rise(moment, when(moment, 'why-word', 0.68), 1.4);
  const x = Math.round(330 + 620 * across - 310 * back);
  const note = word(moment, 'wordNote');
  const text = (
    <text x="640" y="372" fontSize="150" fontWeight="800" textAnchor="middle" letterSpacing="4">
      WARRANT
    </text>
  );
  return (
    <>
      <svg
        width="1280"
        height="720"
        viewBox="0 0 1280 720"
        style={{ position: 'absolute', opacity: shown }}
        aria-hidden="true"
      >
        <clipPath id="lens">
          <circle cx={x} cy="320" r="118" />
        </clipPath>
        <g fill={look.quiet}>{text}</g>
        {places.map(({ key, line }, index) => (
          <path
            key={key}
            d={line}
            stroke={look.brass}
            strokeWidth="4"
            opacity={from(moment, 'why-word', 0.74 + index * 0.06)}
          />
        ))}
        <g clipPath="url(#lens)">
          <circle cx={x} cy="320" r="118" fill={look.panel} />
          <g fill={look.text} transform={`translate(${x} 320) scale(1.3) translate(${-x} -320)`}>
            {text}
          </g>
        </g>
        <circle cx={x} cy="320" r="118" fill="none" stroke={look.brass} strokeWidth="10" />
        <path d={`M${x + 84} 404 l58 58`} stroke={look.brass} strokeWidth="22" strokeLinecap="round" />
      </svg>
      {note && (
        <Box x={340} y={136} w={600} h={44} size={28} color={look.quiet} align="center" show={shown}>
          {note}
        </Box>
      )}
      {places.map(({ key, x: left, y }, index) => (
        <Panel
          key={key}
          x={left}
          y={y}
          w={340}
          h={70}
          size={30}
          weight={700}
          align="center"
          show={from(moment, 'why-word', 0.74 + index * 0.06)}
        >
          {word(moment, key)}
        </Panel>
      ))}
      <Box
        x={404}
        y={496}
        w={472}
        h={70}
        size={29}
        weight={700}
        color={look.brass}
        align="center"
        show={from(moment, 'why-word', 0.5)}
      >
        {word(moment, 'proves')}
      </Box>
    </>
  );
}
