import type { ReactNode } from 'react';
import { Box } from './box.tsx';
import { frame, look } from './look.ts';
import { word } from './moment.ts';
import { Tag } from './signs.tsx';
import { CivilSheet, CriminalSheet, civilX, criminalX } from './two-sheets.tsx';

/** What the poster of one language is drawn from: the course's title, and words that scenes of the film show. */
export interface PosterWords {
  readonly title: string;
  readonly minutes: string;
  /** Words of the drawing `word-under-lens`: what kind of film this is. */
  readonly film: Readonly<Record<string, string>>;
  /** Words of the drawing `criminal-paper`: both sheets. */
  readonly sheets: Readonly<Record<string, string>>;
}

/** What stands where the film will be before anybody starts it: its question, both papers, what kind of film it is. */
export function Poster({ title, minutes, film, sheets }: PosterWords) {
  // A title that asks first and explains then is set so; any other is set as one.
  const [, question = title, rest = ''] = /^(.{4,30}?[?:]) (.+)$/.exec(title) ?? [];
  const moment = { t: 0, cues: {}, words: sheets };
  return (
    <div
      style={{
        position: 'relative',
        width: frame.width,
        height: frame.height,
        background: look.ground,
        overflow: 'hidden',
      }}
    >
      <Laid x={742} y={64} from={civilX} turned={-3}>
        <CivilSheet moment={moment} lit={{ Heading: 1 }} />
      </Laid>
      <Laid x={868} y={366} from={criminalX} turned={3}>
        <CriminalSheet moment={moment} lit={{ Heading: 1 }} />
      </Laid>
      <Box
        x={64}
        y={44}
        w={640}
        h={632}
        style={{ flexDirection: 'column', alignItems: 'stretch', justifyContent: 'center', gap: 26 }}
      >
        <div style={{ fontSize: 84, fontWeight: 800, lineHeight: 1.05 }}>{question}</div>
        <div style={{ fontSize: 41, fontWeight: 650, color: look.brass }}>{rest}</div>
        <div style={{ display: 'flex', gap: 44 }}>
          <Tag kind="civil" word={word(moment, 'civil')} size={38} />
          <Tag kind="criminal" word={word(moment, 'criminal')} size={38} />
        </div>
        <div style={{ borderLeft: `8px solid ${look.brass}`, paddingLeft: 24, fontSize: 27, lineHeight: 1.3 }}>
          <div style={{ fontSize: 34, fontWeight: 800 }}>{`${film.sample ?? ''} · ${minutes}`}</div>
          <div style={{ color: look.quiet }}>{film.basedOn}</div>
          <div style={{ color: look.quiet }}>{film.notAdvice}</div>
        </div>
      </Box>
    </div>
  );
}

/** A sheet of the film, smaller and lying a little askew, its upper left corner at (x, y). */
function Laid({
  x,
  y,
  from,
  turned,
  children,
}: {
  x: number;
  y: number;
  from: number;
  turned: number;
  children: ReactNode;
}) {
  const scale = 0.62;
  const moved = `translate(${x}px, ${y}px) rotate(${turned}deg) scale(${scale}) translate(${-from}px, ${-frame.top}px)`;
  return <div style={{ position: 'absolute', inset: 0, transform: moved, transformOrigin: '0 0' }}>{children}</div>;
}
