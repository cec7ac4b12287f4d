import { Box, Drawing, Panel, Trace } from './box.tsx';
import { Crossed, Person } from './figures.tsx';
import { look } from './look.ts';
import { from, type Moment, rise, when, word } from './moment.ts';
import { Tag } from './signs.tsx';

const cue = 'unsure-supervisor';

/** Two guesses, both blocked; the way that is open leads to the supervisor. */
export function AskSupervisor({ moment, show }: { moment: Moment; show: number }) {
  const at = (share: number, seconds = 0.7) => rise(moment, when(moment, cue, share), seconds);
  const guess = at(0.2, 0.8);
  const way = at(0.46, 0.9);
  return (
    <div style={{ opacity: show }}>
      <Panel
        x={360}
        y={108}
        w={560}
        h={84}
        align="center"
        show={from(moment, cue)}
        style={{ boxShadow: `inset 0 0 0 4px ${look.unsure}` }}
      >
        <Tag kind="unsure" word={word(moment, 'unsure')} size={38} />
      </Panel>
      <Drawing>
        <Trace d="M360 150 H250 Q230 150 230 170 V296" drawn={guess} color={look.quiet} />
        <Trace d="M920 150 H1030 Q1050 150 1050 170 V296" drawn={guess} color={look.quiet} />
        <Crossed x={230} y={240} size={26} drawn={at(0.31, 0.6)} />
        <Crossed x={1050} y={240} size={26} drawn={at(0.36, 0.6)} />
        <Trace d="M640 192 V268" drawn={way} width={8} />
        <Trace d="M618 250 L640 272 662 250" drawn={at(0.54, 0.3)} width={8} />
        <Person does="supervisor" x={640} y={362} scale={1.15} show={way} lit />
      </Drawing>
      <Box
        x={64}
        y={304}
        w={332}
        h={84}
        size={34}
        weight={700}
        align="center"
        color={at(0.31) >= 1 ? look.quiet : look.text}
        show={guess}
      >
        {word(moment, 'guessCivil')}
      </Box>
      <Box
        x={884}
        y={304}
        w={332}
        h={84}
        size={34}
        weight={700}
        align="center"
        color={at(0.36) >= 1 ? look.quiet : look.text}
        show={guess}
      >
        {word(moment, 'guessCriminal')}
      </Box>
      <Box x={290} y={450} w={700} h={64} size={44} weight={800} align="center" color={look.brass} show={way}>
        {word(moment, 'supervisor')}
      </Box>
      <Box x={140} y={522} w={1000} h={56} size={31} align="center" show={from(moment, cue, 0.72)}>
        {word(moment, 'atOnce')}
      </Box>
    </div>
  );
}
