import * as z from 'zod';
import { type InBothLanguages, inBothLanguages } from '#domain/course/course.ts';
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

/** The times by id, or everything about them that is wrong: ids against the storyboard, order, and the clips' ends. */
export function timesOf(
  written: CueTimes,
  storyboard: Storyboard,
  seconds: InBothLanguages<number>,
): { times: ClipTimes; wrong: Remark[] } {
  const wrong: Remark[] = [];
  const tell = (code: Remark['code'], path: string, reason: string) =>
    void wrong.push(remark(code, cuesFile, path, reason));
  idsThatDiffer(written, storyboard, tell);
  const inLanguage = (language: 'en' | 'es'): ClipTimes['en'] => {
    const [scenes, cues]: [Record<string, Span>, Record<string, Span>] = [{}, {}];
    const end = seconds[language];
    const begins = written.scenes.map((scene) => scene.begins[language]);
    if ((begins[0] ?? 0) !== 0)
      tell('own-film.out-of-order', `${written.scenes[0]?.id}.${language}`, 'The first scene begins at 0.');
    let spokenUntil = 0;
    for (const [index, scene] of written.scenes.entries()) {
      const fromSeconds = begins[index];
      const toSeconds = index + 1 < begins.length ? begins[index + 1] : end;
      if (fromSeconds === null || fromSeconds === undefined)
        tell('own-film.no-time', `${scene.id}.${language}`, 'Say when this scene begins.');
      else if (typeof toSeconds === 'number' && toSeconds <= fromSeconds) {
        const isLast = index + 1 === begins.length;
        const [code, reason] = isLast
          ? (['own-film.beyond-the-end', `It begins after the film has ended (at ${end.toFixed(1)} s).`] as const)
          : (['own-film.out-of-order', 'The next scene begins before this one.'] as const);
        tell(code, `${scene.id}.${language}`, reason);
      } else if (typeof toSeconds === 'number') scenes[scene.id] = { fromSeconds, toSeconds };
      for (const cue of scene.cues) {
        const [from, to] = cue.spoken[language];
        const path = `${cue.id}.${language}`;
        if (from === null || to === null) {
          tell('own-film.no-time', path, 'Say from when until when this cue is spoken.');
          continue;
        }
        const span = scenes[scene.id];
        if (to <= from) tell('own-film.out-of-order', path, `It ends at ${to} s, before it begins at ${from} s.`);
        else if (from < spokenUntil)
          tell('own-film.out-of-order', path, 'It begins before the cue above it has ended.');
        else if (to > end + 0.05)
          tell('own-film.beyond-the-end', path, `It ends at ${to} s, the film at ${end.toFixed(1)} s.`);
        else if (span && (from < span.fromSeconds || to > span.toSeconds + 0.05))
          tell(
            'own-film.out-of-order',
            path,
            `It lies outside its scene ${scene.id}, ${span.fromSeconds} to ${span.toSeconds.toFixed(1)} s.`,
          );
        cues[cue.id] = { fromSeconds: from, toSeconds: Math.min(to, end) };
        spokenUntil = Math.max(spokenUntil, to);
      }
    }
    return { scenes, cues };
  };
  return { times: { en: inLanguage('en'), es: inLanguage('es') }, wrong };
}

function idsThatDiffer(
  written: CueTimes,
  storyboard: Storyboard,
  tell: (code: Remark['code'], path: string, reason: string) => void,
) {
  const idsOf = (scenes: readonly { id: string; cues: readonly { id: string }[] }[]) =>
    scenes.flatMap((scene) => [scene.id, ...scene.cues.map(({ id }) => `${scene.id}.${id}`)]);
  const [planned, found] = [idsOf(storyboard.scenes), idsOf(written.scenes)];
  for (const id of planned.filter((each) => !found.includes(each)))
    tell('own-film.no-time', id, 'The storyboard has it, and clauses and the quiz hang on it: add it with its times.');
  for (const id of found.filter((each, at) => !planned.includes(each) || found.indexOf(each) !== at))
    tell('own-film.unknown-id', id, 'The storyboard has no such scene or cue there, or it stands there twice.');
  if (planned.length === found.length && planned.every((id) => found.includes(id)) && planned.join() !== found.join())
    tell('own-film.out-of-order', 'scenes', 'Scenes and cues stand in the order of storyboard.json.');
}
