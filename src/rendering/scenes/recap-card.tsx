import { Fragment } from 'react';
import { Box, Panel } from './box.tsx';
import { HelpAround } from './help-around.tsx';
import { look } from './look.ts';
import { from, type Moment, rise, when, word } from './moment.ts';
import { type Kind, Shape } from './signs.tsx';

const rows: readonly { kind: Kind; share: number }[] = [
  { kind: 'criminal', share: 0.17 },
  { kind: 'unsure', share: 0.44 },
  { kind: 'civil', share: 0.58 },
];

/** Where help is, who else may see the rules, and the rule on one card. */
export function RecapCard(moment: Moment) {
  const last = rise(moment, when(moment, 'recap') - 0.4, 0.4);
  return last < 1 ? <HelpAround moment={moment} stay={1 - last} /> : <Recap moment={moment} />;
}

/** The card that an officer carries, empty at first: the tag, and what follows from it. */
function Recap({ moment }: { moment: Moment }) {
  const cue = 'recap';
  const status = from(moment, cue, 0.76);
  return (
    <>
      <Box x={64} y={104} w={1152} h={70} size={46} weight={800} color={look.brass} show={from(moment, cue, 0.03)}>
        {word(moment, 'read')}
      </Box>
      {rows.map(({ kind, share }, index) => {
        const show = from(moment, cue, share);
        const place = { x: 64, y: 182 + index * 104, w: 1152, h: 94 };
        return (
          <Fragment key={kind}>
            <Panel {...place} show={from(moment, cue, 0.04 + index * 0.02)} edge={show < 1 ? look.line : undefined} />
            <Panel {...place} show={show} edge={look[kind]}>
              <span
                style={{
                  display: 'flex',
                  alignItems: 'center',
                  gap: 18,
                  width: 480,
                  flex: 'none',
                  color: look[kind],
                  fontSize: 34,
                  fontWeight: 800,
                }}
              >
                <Shape kind={kind} size={44} />
                {word(moment, `${kind}Tag`)}
              </span>
              <span style={{ fontSize: 37, fontWeight: 700 }}>{word(moment, kind)}</span>
            </Panel>
          </Fragment>
        );
      })}
      <Panel x={64} y={500} w={1152} h={84} show={Math.min(from(moment, cue, 0.1), 1 - status)} />
      <Panel
        x={64}
        y={500}
        w={1152}
        h={84}
        size={38}
        weight={750}
        show={status}
        align="center"
        style={{ boxShadow: `inset 0 0 0 4px ${look.brass}` }}
      >
        {word(moment, 'status')}
      </Panel>
    </>
  );
}
