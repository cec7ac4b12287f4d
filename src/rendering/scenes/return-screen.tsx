import { Box, Drawing } from './box.tsx';
import { look, mono } from './look.ts';
import { along, from, type Moment, rise, run, when, word } from './moment.ts';

/** Lines of the return, from top to bottom; `cue` is when each is read. */
const rows = [
  { key: 'file', cue: 'read-file', y: 150, h: 44 },
  { key: 'record', cue: 'read-record-type', y: 196, h: 78 },
  { key: 'offense', cue: 'read-offense-court', y: 276, h: 40 },
  { key: 'court', cue: 'read-offense-court', y: 316, h: 40 },
  { key: 'name', cue: 'read-same-person', y: 358, h: 42 },
] as const;
/** What the frame surrounds, cue by cue. */
const framed = [
  { cue: 'read-file', y: 150, h: 44 },
  { cue: 'read-record-type', y: 196, h: 78 },
  { cue: 'read-offense-court', y: 276, h: 80 },
  { cue: 'read-same-person', y: 358, h: 42 },
] as const;

/** A return as the screen in the car shows it: in English, whatever language is spoken (its labels are explained). */
export function ReturnScreen({ moment }: { moment: Moment }) {
  const cue = 'read-basis';
  const answer = (index: number) => from(moment, cue, 0.14 + index * 0.06);
  const scanned = run(moment, when(moment, cue, 0.5), when(moment, cue, 0.92));
  // The fifth step is no line of the return.
  const first = Math.min(
    rise(moment, when(moment, 'read-file') - 0.2, 0.4),
    1 - rise(moment, when(moment, 'read-same-person', 0.74), 0.4),
  );
  const begins = framed.slice(1).map(({ cue, y, h }) => ({ at: when(moment, cue) - 0.2, y, h }));
  const y = along(
    moment,
    framed[0].y,
    begins.map(({ at, y }) => [at, y] as const),
    0.6,
  );
  const h = along(
    moment,
    framed[0].h,
    begins.map(({ at, h }) => [at, h] as const),
    0.6,
  );
  const cut = Math.min(
    from(moment, 'read-offense-court', 0.76),
    1 - rise(moment, when(moment, 'read-same-person') - 0.4, 0.3),
  );
  return (
    <>
      <Box
        x={470}
        y={104}
        w={746}
        h={300}
        show={from(moment, cue, 0)}
        style={{ background: look.screen, boxShadow: `inset 0 0 0 4px ${look.line}`, borderRadius: 12 }}
      />
      <Box x={490} y={110} w={706} h={38} size={24} weight={700} color={look.brass} show={from(moment, cue, 0)}>
        {word(moment, 'mark')}
      </Box>
      {rows.map(({ key, y, h }, index) => (
        <Box key={key} x={482} y={y} w={722} h={h} size={27} show={answer(index)} style={{ padding: '0 10px' }}>
          <span style={{ color: look.quiet, width: 176, flex: 'none', fontSize: 25 }}>
            {word(moment, `${key}Field`)}
          </span>
          <span style={{ fontFamily: mono, fontWeight: 700, lineHeight: 1.2, textWrap: 'wrap' }}>
            {word(moment, `${key}Value`)}
          </span>
        </Box>
      ))}
      <Drawing>
        {scanned > 0 && scanned < 1 && (
          <rect x="478" y={152 + Math.round(scanned * 244)} width="730" height="3" fill={look.brass} />
        )}
        {first > 0 && (
          <rect
            x="480"
            y={y}
            width="726"
            height={h}
            rx="6"
            fill="none"
            stroke={look.brass}
            strokeWidth="4"
            opacity={first}
          />
        )}
        {cut > 0 && (
          <g>
            <pattern id="cut" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="14" height="14" fill={look.screen} />
              <path d="M0 0 V14" stroke={look.line} strokeWidth="10" />
            </pattern>
            <rect x={1206 - 440 * cut} y="278" width={440 * cut} height="76" fill="url(#cut)" />
            <path d={`M${1206 - 440 * cut} 278 v76`} stroke={look.unsure} strokeWidth="5" strokeDasharray="9 8" />
          </g>
        )}
      </Drawing>
    </>
  );
}
