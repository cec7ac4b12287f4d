import type { JSX, ReactNode } from 'react';
import { Box } from './box.tsx';
import { CivilPaper } from './civil-paper.tsx';
import { CriminalPaper } from './criminal-paper.tsx';
import { DatabaseReturn } from './database-return.tsx';
import { FourNevers } from './four-nevers.tsx';
import { fadeSeconds, frame, look } from './look.ts';
import { type Moment, rise, type SpokenCue } from './moment.ts';
import { OpenDoors } from './open-doors.tsx';
import { RecapCard } from './recap-card.tsx';
import { TwoKeys } from './two-keys.tsx';
import { WordUnderLens } from './word-under-lens.tsx';

/** The storyboard's `drawing` → what draws it. */
const drawings: Readonly<Record<string, (moment: Moment) => ReactNode>> = {
  'word-under-lens': WordUnderLens,
  'civil-paper': CivilPaper,
  'criminal-paper': CriminalPaper,
  'database-return': DatabaseReturn,
  'two-keys': TwoKeys,
  'open-doors': OpenDoors,
  'four-nevers': FourNevers,
  'recap-card': RecapCard,
};
export const drawingNames = Object.keys(drawings);

/** A scene as the page is told of it: times in seconds since the scene began. */
export interface StagedScene {
  readonly id: string;
  readonly drawing: string;
  readonly title: string;
  readonly seconds: number;
  readonly index: number;
  readonly count: number;
  readonly words: Readonly<Record<string, string>>;
  readonly cues: readonly (SpokenCue & { readonly id: string; readonly speaker: string })[];
}

/** One picture of the film: the frame that all scenes share, and the scene's drawing at `t`. */
export function Stage({ scene, t }: { scene: StagedScene; t: number }): JSX.Element {
  const Drawing = drawings[scene.drawing];
  const speaking = scene.cues.findLast((cue) => t >= cue.fromSeconds - 0.2) ?? scene.cues[0];
  const cues = Object.fromEntries(scene.cues.map((cue) => [cue.id, cue]));
  const moment = { t, cues, words: scene.words };
  const isLast = scene.index === scene.count - 1;
  const leaving = isLast ? 0 : rise(moment, scene.seconds - fadeSeconds, fadeSeconds);
  // The film opens on its first picture: whoever waits for it to begin does not look at an empty screen.
  const arriving = scene.index === 0 ? 1 : rise(moment, 0, fadeSeconds);
  const shown = Math.min(arriving, 1 - leaving);
  const gap = 6;
  const wide = (frame.right - frame.left - gap * (scene.count - 1)) / scene.count;
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
      <Box x={frame.left} y={38} w={700} h={34} size={28} weight={700} color={look.quiet}>
        {scene.title}
      </Box>
      <Box x={776} y={38} w={440} h={34} size={24} color={look.quiet} align="right">
        {speaking?.speaker}
      </Box>
      {Array.from({ length: scene.count }, (_, index) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: the segments are their positions
          key={index}
          x={frame.left + index * (wide + gap)}
          y={78}
          w={wide}
          h={5}
          style={{ background: index <= scene.index ? look.brass : look.panel, borderRadius: 3 }}
        />
      ))}
      <div style={{ position: 'absolute', inset: 0, opacity: shown }}>{Drawing ? <Drawing {...moment} /> : null}</div>
    </div>
  );
}
