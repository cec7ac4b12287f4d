import { Box, Panel } from './box.tsx';
import { look } from './look.ts';
import { from, type Moment, word } from './moment.ts';
import { Marked, Tag } from './signs.tsx';

/** Neither guess is a way out; the supervisor is. */
export function AskSupervisor({ moment, show }: { moment: Moment; show: number }) {
  const cue = 'unsure-supervisor';
  return (
    <div style={{ opacity: show }}>
      <svg width="1280" height="720" viewBox="0 0 1280 720" style={{ position: 'absolute' }} aria-hidden="true">
        <path d="M640 212 V410" stroke={look.brass} strokeWidth="5" opacity={from(moment, cue, 0.5)} />
        <path
          d="M622 392 640 414 658 392"
          fill="none"
          stroke={look.brass}
          strokeWidth="5"
          opacity={from(moment, cue, 0.5)}
        />
        <path
          d="M400 164 H356 V262 M880 164 H924 V262"
          fill="none"
          stroke={look.quiet}
          strokeWidth="4"
          strokeDasharray="10 10"
          opacity={from(moment, cue, 0.28)}
        />
      </svg>
      <Panel x={400} y={116} w={480} h={96} align="center" edge={look.unsure} show={from(moment, cue)}>
        <Tag kind="unsure" word={word(moment, 'unsure')} size={36} />
      </Panel>
      <Panel x={136} y={264} w={440} h={100} size={32} weight={650} show={from(moment, cue, 0.3)} align="center">
        <Marked>{word(moment, 'guessCriminal')}</Marked>
      </Panel>
      <Panel x={704} y={264} w={440} h={100} size={32} weight={650} show={from(moment, cue, 0.36)} align="center">
        <Marked>{word(moment, 'guessCivil')}</Marked>
      </Panel>
      <Panel
        x={290}
        y={420}
        w={700}
        h={100}
        size={40}
        weight={800}
        align="center"
        lit={from(moment, cue, 0.5)}
        show={from(moment, cue, 0.5)}
      >
        {word(moment, 'supervisor')}
      </Panel>
      <Box x={290} y={530} w={700} h={48} size={28} align="center" color={look.quiet} show={from(moment, cue, 0.72)}>
        {word(moment, 'atOnce')}
      </Box>
    </div>
  );
}
