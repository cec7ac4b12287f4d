import { resolve } from 'node:path';
import { checkCourse } from '#domain/course/check-course.ts';
import type { CourseProblem } from '#domain/course/problem.ts';
import { readCourse } from '#domain/course/reader.ts';
import { readCourseFolder } from '#server/course/course-folder.ts';
import { readMessage } from '#server/course/icu-message.ts';

const shortCourse = resolve(import.meta.dirname, '../short-course');

/** One thing spoiled in the short course: a value in a JSON file, or a whole file. `to: undefined` takes it away. */
export type Overlay =
  | { file: string; at: string; to: unknown }
  | { file: string; text: (before: string) => string | undefined };

/** What the reader, and then every check, says of the short course with these things spoiled. */
export function problemsWith(overlays: readonly Overlay[]): CourseProblem[] {
  const { files, film, editionHash } = readCourseFolder(shortCourse, `${shortCourse}/media/short-course`);
  const spoiled = new Map(Object.entries({ ...files, 'film.json': film ?? '' }));
  for (const overlay of overlays) {
    const before = spoiled.get(overlay.file) ?? '';
    const after = 'text' in overlay ? overlay.text(before) : put(before, overlay.at.split('.'), overlay.to);
    if (after === before) throw new Error(`The overlay of ${overlay.file} changes nothing.`);
    if (after === undefined) spoiled.delete(overlay.file);
    else spoiled.set(overlay.file, after);
  }
  const { 'film.json': spoiledFilm, ...spoiledFiles } = Object.fromEntries(spoiled);
  const book = readCourse(spoiledFiles, spoiledFilm, editionHash);
  return book.ok ? checkCourse(book.value, Object.keys(spoiledFiles), readMessage) : book.error.problems;
}

function put(json: string, path: string[], to: unknown): string {
  const whole: unknown = JSON.parse(json);
  const last = path.pop() ?? '';
  const holder = path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], whole);
  (holder as Record<string, unknown>)[last] = to;
  return JSON.stringify(whole);
}
