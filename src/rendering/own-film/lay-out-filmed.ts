import type { Language } from '#domain/course/course.ts';
import type { Caption } from '../captions.ts';
import { framesPerSecond, type Span, type Timeline } from '../timeline.ts';
import type { FilmedPart } from './read-own-film.ts';

const toMilliseconds = (seconds: number) => Math.round(seconds * 1000) / 1000;
const frameAt = (seconds: number) => Math.round(seconds * framesPerSecond);

/** How many frames a language's clip gives to a scene; never none. */
export const framesOf = ({ times }: FilmedPart, language: Language, sceneId: string): number => {
  const { fromSeconds = 0, toSeconds = 0 } = times[language].scenes[sceneId] ?? {};
  return Math.max(1, frameAt(toSeconds) - frameAt(fromSeconds));
};

/**
 * Lays both clips on one time line: a scene lasts as long as its longer language, so that a position means the same in
 * either; the shorter one holds its last picture until then, which counts as added silence.
 */
export function layOutFilmed(part: FilmedPart): Timeline {
  let fromFrame = 0;
  const scenes: Timeline['scenes'][number][] = [];
  const cues: Timeline['cues'][number][] = [];
  for (const { id, drawing, cues: planned } of part.storyboard.scenes) {
    const own = { en: framesOf(part, 'en', id), es: framesOf(part, 'es', id) };
    const frames = Math.max(own.en, own.es);
    const held = (language: Language) => toMilliseconds((frames - own[language]) / framesPerSecond);
    const toFrame = fromFrame + frames;
    scenes.push({ id, drawing, fromFrame, toFrame, addedSilence: { en: held('en'), es: held('es') } });
    for (const cue of planned) {
      const at = (language: Language): Span =>
        shifted(part.times[language].cues[cue.id], begins(part, language, id), fromFrame / framesPerSecond);
      cues.push({ ...cue, sceneId: id, at: { en: at('en'), es: at('es') } });
    }
    fromFrame = toFrame;
  }
  return { frames: fromFrame, scenes, cues };
}

const begins = ({ times }: FilmedPart, language: Language, sceneId: string) =>
  frameAt(times[language].scenes[sceneId]?.fromSeconds ?? 0) / framesPerSecond;

function shifted<S extends Span>(span: S | undefined, from: number, to: number): S & Span {
  const { fromSeconds = 0, toSeconds = 0 } = span ?? {};
  const move = (seconds: number) => toMilliseconds(Math.max(to, seconds - from + to));
  return { ...(span as S), fromSeconds: move(fromSeconds), toSeconds: move(toSeconds) };
}

/** The captions that an agency wrote, by scene, on the film's clock. Other words than the voice speaks are made from cues. */
export function captionsByScene(
  part: FilmedPart,
  timeline: Timeline,
  words: Language,
  voice: Language,
): Map<string, readonly Caption[]> {
  const isWritten = words === voice || part.clips.en === part.clips.es;
  if (!isWritten) return new Map();
  return new Map(
    part.storyboard.scenes.map(({ id }, index) => {
      const begun = timeline.scenes.find((scene) => scene.id === id)?.fromFrame ?? 0;
      const { fromSeconds = 0, toSeconds = 0 } = part.times[words].scenes[id] ?? {};
      const isLast = index === part.storyboard.scenes.length - 1;
      const own = part.captions[words].filter(
        (caption) => caption.fromSeconds >= fromSeconds && (isLast || caption.fromSeconds < toSeconds),
      );
      const placed = own.map((caption, at) => ({
        ...shifted(caption, begins(part, words, id), begun / framesPerSecond),
        id: `${id}-${at + 1}`,
      }));
      return [id, placed];
    }),
  );
}

/** One time line behind the other. */
export function joinTimelines(first: Timeline, second: Timeline): Timeline {
  const later = first.frames / framesPerSecond;
  const move = ({ fromSeconds, toSeconds }: Span): Span => ({
    fromSeconds: toMilliseconds(fromSeconds + later),
    toSeconds: toMilliseconds(toSeconds + later),
  });
  return {
    frames: first.frames + second.frames,
    scenes: [
      ...first.scenes,
      ...second.scenes.map((scene) => ({
        ...scene,
        fromFrame: scene.fromFrame + first.frames,
        toFrame: scene.toFrame + first.frames,
      })),
    ],
    cues: [...first.cues, ...second.cues.map((cue) => ({ ...cue, at: { en: move(cue.at.en), es: move(cue.at.es) } }))],
  };
}
