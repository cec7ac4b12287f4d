import { Box, Drawing, Panel } from './box.tsx';
import { look } from './look.ts';
import { blend, from, isSpoken, type Moment, rise, when, word } from './moment.ts';
import { NeverPicture } from './never-pictures.tsx';
import { Mark } from './signs.tsx';

const nevers = [
  { cue: 'never-civil-cooperation', share: 0.2, more: [0.62, 0.76, 0.88] },
  { cue: 'never-alert', share: 0, more: [0.66] },
  { cue: 'never-civil-process', share: 0, more: [0.55] },
  { cue: 'never-status', share: 0, more: [0.46] },
] as const;
const slot = (index: number) => ({ x: 64 + index * 292, y: 470, w: 276, h: 114 });

/** The four things never done: each large while it is named, then kept in the row below. */
export function FourNevers(moment: Moment) {
  const begins = nevers.map(({ cue, share }) => when(moment, cue, share) - 0.15);
  return (
    <>
      <Box
        x={64}
        y={180}
        w={1152}
        h={160}
        size={64}
        weight={800}
        align="center"
        show={Math.min(from(moment, 'never-civil-cooperation'), 1 - rise(moment, (begins[0] ?? 0) - 0.4, 0.4))}
      >
        {word(moment, 'fourThings')}
      </Box>
      {nevers.map(({ cue }, index) => {
        const begun = begins[index] ?? 0;
        const next = begins[index + 1] ?? Number.POSITIVE_INFINITY;
        return (
          <Large
            key={cue}
            moment={moment}
            index={index}
            comes={rise(moment, begun, 0.7)}
            leaves={rise(moment, next - 0.5, 0.5)}
          />
        );
      })}
      {nevers.map(({ cue }, index) => {
        const named = rise(moment, (begins[index] ?? 0) + 0.5, 0.6);
        return (
          <Panel
            key={cue}
            {...slot(index)}
            size={29}
            weight={700}
            show={from(moment, 'never-civil-cooperation', 0.02 + index * 0.05)}
            lit={named > 0 && isSpoken(moment, cue) ? named : 0}
            style={{ padding: '0 14px' }}
          >
            <span style={{ color: look.brass, fontSize: 44, fontWeight: 800, width: 40, flex: 'none' }}>
              {index + 1}
            </span>
            {named > 0 && (
              <span style={{ display: 'flex', alignItems: 'center', gap: 10, opacity: named, lineHeight: 1.12 }}>
                <Mark size={30} />
                <span>{word(moment, `never${index + 1}Short`)}</span>
              </span>
            )}
          </Panel>
        );
      })}
    </>
  );
}

function Large({ moment, index, comes, leaves }: { moment: Moment; index: number; comes: number; leaves: number }) {
  const show = Math.min(comes, 1 - leaves);
  if (show <= 0) return null;
  const { cue, more } = nevers[index] ?? nevers[0];
  const shift = blend(60, 0, comes);
  return (
    <div
      style={{
        position: 'absolute',
        inset: 0,
        opacity: show,
        transform: leaves > 0 ? `translateY(${blend(0, 60, leaves)}px)` : `translateX(${shift}px)`,
      }}
    >
      <Drawing>
        <NeverPicture number={index + 1} drawn={(share) => rise(moment, when(moment, cue, share), 0.8)} />
      </Drawing>
      <Box x={64} y={112} w={660} h={190} size={44} weight={800} fit={comes >= 1}>
        {word(moment, `never${index + 1}`)}
      </Box>
      <Box
        x={64}
        y={306}
        w={660}
        h={56}
        size={34}
        color={look.quiet}
        show={from(moment, cue, more[0])}
        fit={comes >= 1}
      >
        {word(moment, `never${index + 1}More`)}
      </Box>
      {index === 3 && (
        <Box x={64} y={366} w={660} h={84} size={32} weight={700} color={look.brass} show={from(moment, cue, 0.74)}>
          {word(moment, 'witness')}
        </Box>
      )}
    </div>
  );
}
