import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '#domain/course/closed-lists.ts';
import type { InBothLanguages } from '#domain/course/course.ts';
import { Narration, Storyboard } from '#domain/course/storyboard.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { measure } from './narration-files.ts';
import { hashOfFile, ownFilesIn } from './own-film/own-files.ts';
import type { CueLengths } from './timeline.ts';

export interface FilmSources {
  readonly storyboard: Storyboard;
  readonly narration: InBothLanguages<Narration>;
}

export type SourceProblem =
  | { code: 'unreadable-source'; path: string; reason: string }
  | { code: 'words-missing'; path: string; id: string };

export const recordingOf = (videoFolder: string, language: 'en' | 'es', cueId: string) =>
  join(videoFolder, 'narration', language, `${cueId}.opus`);

/** Reads `storyboard.json` and both narrations, and sees that every cue and scene has words in both languages. */
export function readFilmSources(videoFolder: string): Result<FilmSources, SourceProblem> {
  const paths = ['storyboard.json', 'narration/en.json', 'narration/es.json'].map((path) => join(videoFolder, path));
  const parsed: unknown[] = [];
  for (const path of paths) {
    try {
      parsed.push(JSON.parse(readFileSync(path, 'utf8')));
    } catch (error) {
      return fail({ code: 'unreadable-source', path, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  const results = [
    Storyboard.safeParse(parsed[0]),
    Narration.safeParse(parsed[1]),
    Narration.safeParse(parsed[2]),
  ] as const;
  for (const [index, result] of results.entries()) {
    if (result.success) continue;
    const [issue] = result.error.issues;
    const reason = `${issue?.path.join('.')}: ${issue?.message}`;
    return fail({ code: 'unreadable-source', path: paths[index] ?? '', reason });
  }
  const [storyboard, en, es] = results.map((result) => result.data) as [Storyboard, Narration, Narration];
  const narration = { en, es };
  for (const [index, language] of languages.entries()) {
    const path = paths[index + 1] ?? '';
    for (const scene of storyboard.scenes) {
      if (!narration[language].scenes[scene.id]) return fail({ code: 'words-missing', path, id: scene.id });
      for (const { id } of scene.cues)
        if (!narration[language].cues[id]) return fail({ code: 'words-missing', path, id });
    }
  }
  return succeed({ storyboard, narration });
}

/** Measured length of every recording that exists. */
export function measureRecordings(videoFolder: string, storyboard: Storyboard): CueLengths {
  const lengths: InBothLanguages<Record<string, number>> = { en: {}, es: {} };
  for (const language of languages) {
    for (const { id } of storyboard.scenes.flatMap((scene) => scene.cues)) {
      const seconds = measure(recordingOf(videoFolder, language, id));
      if (seconds) lengths[language][id] = seconds;
    }
  }
  return lengths;
}

const hash = (content: string) => createHash('sha256').update(content).digest('hex');

/** The hash of everything of the pack that the film shows or says, by file. Checked against `media.lock.json`. */
export function sourceHashes(videoFolder: string, storyboard: Storyboard): Record<string, string> {
  const cues = storyboard.scenes.flatMap((scene) => scene.cues);
  const files = [
    'storyboard.json',
    ...languages.map((language) => `narration/${language}.json`),
    'narration/pauses.json',
    ...languages.flatMap((language) => cues.map((cue) => `narration/${language}/${cue.id}.opus`)),
    ...ownFilesIn(videoFolder).used,
  ];
  const existing = files.filter((file) => existsSync(join(videoFolder, file)));
  return Object.fromEntries(
    existing.map((file) => {
      const path = join(videoFolder, file);
      // JSON is hashed by its content, so that laying out the file anew is no change of the film.
      return [
        file,
        file.endsWith('.json') ? hash(JSON.stringify(JSON.parse(readFileSync(path, 'utf8')))) : hashOfFile(path),
      ];
    }),
  );
}
