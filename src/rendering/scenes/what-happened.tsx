import { Box, Drawing, Panel, Trace } from './box.tsx';
import { Car, Crossed, Person, Phone, Sheet, Terminal } from './figures.tsx';
import { look } from './look.ts';
import { blend, from, type Moment, rise, run, when, word } from './moment.ts';
import { Mark, Tag } from './signs.tsx';

const cue = 'why-report';

/** A stop, an entry on a screen, a call: and which of the three was the mistake. */
export function WhatHappened({ moment, stay }: { moment: Moment; stay: number }) {
  const at = (share: number, seconds = 0.7) => rise(moment, when(moment, cue, share) - 0.15, seconds);
  const cut = at(0.46, 0.8);
  const written = at(0.54, 0.8);
  const plated = at(0.65, 0.6);
  // What gives way to the plate has gone before it comes.
  const gone = rise(moment, when(moment, cue, 0.65) - 0.65, 0.4);
  // The picture stands in the middle until the rules come below it.
  const low = blend(60, 0, written);
  const plate = Math.min(stay, plated);
  const show = (share: number) => Math.min(stay, from(moment, cue, share));
  return (
    <div style={{ position: 'absolute', inset: 0, transform: low > 0 ? `translateY(${low}px)` : undefined }}>
      <Drawing show={stay}>
        <path d="M64 330 H1216" stroke={look.line} strokeWidth="4" />
        <Car x={blend(-60, 204, run(moment, -0.2, 1.6) ** 0.5)} y={280} scale={1.25} color="#7A8FB5" />
        <Person does="police" x={384} y={258} scale={1.05} show={at(0.07)} />
        <Trace d="M464 240 H512" drawn={at(0.16)} />
        <Terminal x={640} y={238} scale={1.25} show={at(0.15)} lit={at(0.24) > 0 ? look.civil : undefined} />
        <Trace d="M776 240 H990" drawn={at(0.31) * (1 - cut)} />
        <Phone x={1040} y={253} scale={1.3} show={at(0.3)} />
        {[0, 1, 2].map((wave) => (
          <Trace
            key={wave}
            d={`M${1098 + wave * 24} ${214 - wave * 12} q${16 + wave * 4} ${26 + wave * 12} 0 ${52 + wave * 24}`}
            drawn={at(0.33 + wave * 0.02) * (1 - cut)}
          />
        ))}
        <Crossed x={882} y={240} size={38} drawn={cut} />
      </Drawing>
      <Box x={64} y={346} w={360} h={76} align="center" weight={650} show={show(0.06)}>
        {word(moment, 'stop')}
      </Box>
      <Box x={450} y={346} w={380} h={76} align="center" weight={650} show={show(0.19)}>
        {word(moment, 'entry')}
      </Box>
      <Box x={856} y={346} w={360} h={76} align="center" weight={650} show={show(0.32)}>
        {word(moment, 'call')}
      </Box>
      <Box x={450} y={428} w={380} h={50} align="center" show={Math.min(show(0.39), 1 - gone)}>
        <Tag kind="civil" word={word(moment, 'entryIs')} size={36} />
      </Box>
      <Box
        x={856}
        y={428}
        w={360}
        h={50}
        size={32}
        weight={750}
        align="center"
        color={look.criminal}
        show={Math.min(show(0.47), 1 - gone)}
      >
        <Mark size={32} />
        <span style={{ marginLeft: 14 }}>{word(moment, 'mistake')}</span>
      </Box>
      <Drawing show={Math.min(stay, written, 1 - gone)}>
        <Sheet x={450} y={blend(590, 528, written)} color={look.brass} />
      </Drawing>
      <Box
        x={520}
        y={500}
        w={480}
        h={60}
        size={34}
        weight={750}
        color={look.brass}
        show={Math.min(show(0.55), 1 - gone)}
      >
        {word(moment, 'rules')}
      </Box>
      <Panel x={64} y={blend(456, 438, plate)} w={1152} h={150} edge={look.brass} show={plate} align="center">
        <div style={{ lineHeight: 1.28 }}>
          <div style={{ color: look.brass, fontSize: 40, fontWeight: 800 }}>{word(moment, 'sample')}</div>
          <div style={{ fontSize: 32, opacity: at(0.7) }}>{word(moment, 'basedOn')}</div>
          <div style={{ fontSize: 32, opacity: at(0.9) }}>{word(moment, 'notAdvice')}</div>
        </div>
      </Panel>
    </div>
  );
}
