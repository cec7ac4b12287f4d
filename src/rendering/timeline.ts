import type { InBothLanguages, Language } from '#domain/course/course.ts';
import type { Storyboard } from '#domain/course/storyboard.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';

export const framesPerSecond = 30;

/** Seconds of silence that every scene has in both languages, so that sentences have room. */
export interface Pauses {
  readonly before: number;
  readonly between: number;
  readonly after: number;
}
export const pauses: Pauses = { before: 0.5, between: 0.45, after: 0.75 };

/** More silence than this, added to bring a language to the other's length, would be heard as a fault. */
export const mostAddedSilenceSeconds = 2;

/** Spoken length in seconds by cue id. */
export type CueLengths = InBothLanguages<Readonly<Record<string, number>>>;

export interface Span {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}
interface TimedScene {
  readonly id: string;
  readonly drawing: string;
  readonly fromFrame: number;
  readonly toFrame: number;
  readonly addedSilence: InBothLanguages<number>;
}
interface TimedCue {
  readonly id: string;
  readonly sceneId: string;
  readonly speaker: 'command' | 'association';
  readonly clauses: readonly string[];
  readonly at: InBothLanguages<Span>;
}
export interface Timeline {
  readonly frames: number;
  readonly scenes: readonly TimedScene[];
  readonly cues: readonly TimedCue[];
}

export type TimelineProblem =
  | { code: 'narration-missing'; language: Language; cueId: string }
  | { code: 'too-much-silence'; language: Language; sceneId: string; seconds: number };

const toMilliseconds = (seconds: number) => Math.round(seconds * 1000) / 1000;

/**
 * Lays the measured narration of both languages on one time line: a scene lasts as long as its longer language needs,
 * rounded up to a whole frame, so a position means the same in either language. The shorter language gets the rest as
 * silence, spread evenly after its cues.
 */
export function layOut(
  storyboard: Storyboard,
  lengths: CueLengths,
  gaps = pauses,
  mostAddedSilence = mostAddedSilenceSeconds,
): Result<Timeline, TimelineProblem> {
  const scenes: TimedScene[] = [];
  const cues: TimedCue[] = [];
  let fromFrame = 0;
  for (const scene of storyboard.scenes) {
    const needed = { en: 0, es: 0 };
    for (const language of ['en', 'es'] as const) {
      needed[language] = gaps.before + gaps.after + gaps.between * (scene.cues.length - 1);
      for (const cue of scene.cues) {
        const length = lengths[language][cue.id];
        if (!length) return fail({ code: 'narration-missing', language, cueId: cue.id });
        needed[language] += length;
      }
    }
    // The millionth keeps a sum such as 158.99999999 or 159.00000001 on its frame.
    const frames = Math.ceil(Math.max(needed.en, needed.es) * framesPerSecond - 1e-6);
    const added = { en: frames / framesPerSecond - needed.en, es: frames / framesPerSecond - needed.es };
    for (const language of ['en', 'es'] as const) {
      if (added[language] > mostAddedSilence)
        return fail({
          code: 'too-much-silence',
          language,
          sceneId: scene.id,
          seconds: toMilliseconds(added[language]),
        });
    }
    const clock = { en: fromFrame / framesPerSecond + gaps.before, es: fromFrame / framesPerSecond + gaps.before };
    for (const cue of scene.cues) {
      const speak = (language: Language): Span => {
        const fromSeconds = clock[language];
        const toSeconds = fromSeconds + (lengths[language][cue.id] ?? 0);
        clock[language] = toSeconds + gaps.between + added[language] / scene.cues.length;
        return { fromSeconds: toMilliseconds(fromSeconds), toSeconds: toMilliseconds(toSeconds) };
      };
      cues.push({ ...cue, sceneId: scene.id, at: { en: speak('en'), es: speak('es') } });
    }
    scenes.push({
      id: scene.id,
      drawing: scene.drawing,
      fromFrame,
      toFrame: fromFrame + frames,
      addedSilence: { en: toMilliseconds(added.en), es: toMilliseconds(added.es) },
    });
    fromFrame += frames;
  }
  return succeed({ frames: fromFrame, scenes, cues });
}
