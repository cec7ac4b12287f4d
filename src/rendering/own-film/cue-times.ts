import * as z from 'zod';
import { type InBothLanguages, inBothLanguages, type Language } from '#domain/course/course.ts';
import type { Narration, Storyboard } from '#domain/course/storyboard.ts';
import type { Span } from '../timeline.ts';
import { cuesFile } from './own-files.ts';
import { type Remark, remark } from './remark.ts';

/** Seconds, or minutes and seconds as a player shows them: 67.5 or "1:07.5". */
const Moment = z.union([
  z.number().min(0),
  z
    .string()
    .regex(/^\d+:[0-5]\d(\.\d+)?$/, 'A time is written "1:07.5", or as seconds: 67.5.')
    .transform((text) => {
      const [minutes, seconds] = text.split(':').map(Number);
      return (minutes ?? 0) * 60 + (seconds ?? 0);
    }),
]);
/** `null` where nobody has filled it in yet. */
const Start = inBothLanguages(Moment.nullable());
const Stretch = inBothLanguages(z.tuple([Moment.nullable(), Moment.nullable()]));

/** `video/own/cues.json`: where each scene of an own film begins, and from when until when each cue is spoken. */
export const CueTimes = z.strictObject({
  scenes: z.array(
    z.strictObject({
      id: z.string(),
      begins: Start,
      cues: z.array(
        z.strictObject({
          id: z.string(),
          spoken: Stretch,
          seen: inBothLanguages(z.string())
            .optional()
            .describe('What the pictures show, for people who cannot see them.'),
          note: z.string().optional().describe('For whoever fills this in; shown nowhere.'),
        }),
      ),
    }),
  ),
});
export type CueTimes = z.infer<typeof CueTimes>;

/** Seconds on the clock of the clip itself, by scene and cue. */
export type ClipTimes = InBothLanguages<{ scenes: Record<string, Span>; cues: Record<string, Span> }>;

/** An empty `cues.json`: every scene and cue of the storyboard, and what ours says there. */
export const emptyCueTimes = (storyboard: Storyboard, { en }: InBothLanguages<Narration>): CueTimes => ({
  scenes: storyboard.scenes.map((scene) => ({
    id: scene.id,
    begins: { en: null, es: null },
    cues: scene.cues.map(({ id, clauses }) => ({
      id,
      note: `${clauses.join(', ')}: ${en.cues[id] ?? ''}`,
      spoken: { en: [null, null], es: [null, null] },
    })),
  })),
});

type Tell = (code: Remark['code'], path: string, reason: string) => void;
type Spans = Record<string, Span>;

/** The times by id, and everything about them that is wrong: ids against the storyboard, order, and the clips' ends. */
export function timesOf(
  written: CueTimes,
  storyboard: Storyboard,
  seconds: InBothLanguages<number>,
): { times: ClipTimes; wrong: Remark[] } {
  const wrong: Remark[] = [];
  const tell: Tell = (code, path, reason) => void wrong.push(remark(code, cuesFile, path, reason));
  idsThatDiffer(written, storyboard, tell);
  const inLanguage = (language: Language) => {
    const scenes = sceneSpans(written, language, seconds[language], tell);
    return { scenes, cues: cueSpans(written, language, scenes, seconds[language], tell) };
  };
  return { times: { en: inLanguage('en'), es: inLanguage('es') }, wrong };
}

function idsThatDiffer(written: CueTimes, storyboard: Storyboard, tell: Tell): void {
  const idsOf = (scenes: readonly { id: string; cues: readonly { id: string }[] }[]) =>
    scenes.flatMap((scene) => [scene.id, ...scene.cues.map(({ id }) => `${scene.id}.${id}`)]);
  const [planned, found] = [idsOf(storyboard.scenes), idsOf(written.scenes)];
  for (const id of planned.filter((each) => !found.includes(each)))
    tell('own-film.no-time', id, 'The storyboard has it, and clauses and the quiz hang on it: add it with its times.');
  for (const id of found.filter((each, at) => !planned.includes(each) || found.indexOf(each) !== at))
    tell('own-film.unknown-id', id, 'The storyboard has no such scene or cue there, or it stands there twice.');
  const isSame = planned.length === found.length && planned.every((id) => found.includes(id));
  if (isSame && planned.join() !== found.join())
    tell('own-film.out-of-order', 'scenes', 'Scenes and cues stand in the order of storyboard.json.');
}

/** A scene lasts until the next begins, the last until the clip ends. */
function sceneSpans({ scenes }: CueTimes, language: Language, end: number, tell: Tell): Spans {
  const spans: Spans = {};
  for (const [index, { id, begins }] of scenes.entries()) {
    const path = `${id}.${language}`;
    const fromSeconds = begins[language];
    const next = scenes[index + 1]?.begins[language];
    const toSeconds = next === undefined ? end : next;
    if (fromSeconds === null) tell('own-film.no-time', path, 'Say when this scene begins.');
    else if (index === 0 && fromSeconds > 0) tell('own-film.out-of-order', path, 'The first scene begins at 0.');
    else if (fromSeconds >= end)
      tell('own-film.beyond-the-end', path, `It begins at ${fromSeconds} s, the film ends at ${end.toFixed(1)} s.`);
    else if (toSeconds !== null && toSeconds <= fromSeconds)
      tell('own-film.out-of-order', path, 'The next scene begins before this one.');
    else if (toSeconds !== null) spans[id] = { fromSeconds, toSeconds };
  }
  return spans;
}

/** A player shows tenths: a cue may end this much after its scene or film. */
const giveSeconds = 0.05;

function cueSpans({ scenes }: CueTimes, language: Language, inScene: Spans, end: number, tell: Tell): Spans {
  const spans: Spans = {};
  let spokenUntil = 0;
  for (const { id: sceneId, cues } of scenes)
    for (const { id, spoken } of cues) {
      const path = `${id}.${language}`;
      const [from, to] = spoken[language];
      if (from === null || to === null) {
        tell('own-film.no-time', path, 'Say from when until when this cue is spoken.');
        continue;
      }
      const scene = inScene[sceneId];
      if (to <= from) tell('own-film.out-of-order', path, `It ends at ${to} s, before it begins at ${from} s.`);
      else if (from < spokenUntil) tell('own-film.out-of-order', path, 'It begins before the cue above it has ended.');
      else if (to > end + giveSeconds)
        tell('own-film.beyond-the-end', path, `It ends at ${to} s, the film at ${end.toFixed(1)} s.`);
      else if (scene && (from < scene.fromSeconds || to > scene.toSeconds + giveSeconds)) {
        const span = `${scene.fromSeconds} to ${scene.toSeconds.toFixed(1)} s`;
        tell('own-film.out-of-order', path, `It lies outside its scene ${sceneId}, ${span}.`);
      }
      spans[id] = { fromSeconds: from, toSeconds: Math.min(to, end) };
      spokenUntil = Math.max(spokenUntil, to);
    }
  return spans;
}
