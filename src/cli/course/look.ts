import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { checkCourse } from '#domain/course/check-course.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { CourseProblem } from '#domain/course/problem.ts';
import { readCourse } from '#domain/course/reader.ts';
import { checkOwnFilm } from '#rendering/own-film/check-own-film.ts';
import { readCourseFolder } from '#server/course/course-folder.ts';
import { readMessage } from '#server/course/icu-message.ts';

const root = resolve(import.meta.dirname, '../../..');
export const shippedCourse = join(root, 'content/civil-criminal-warrants');

/** A course brings its film along in `media/<id>`, or it lies with the files that are served; a copy keeps its film. */
export function mediaFolderOf(folder: string): string {
  const id = courseIdOf(folder) ?? basename(folder);
  const own = join(folder, 'media', id);
  return existsSync(own) ? own : join(root, 'public/media', id);
}

/** Whatever else is wrong with the file is the check's to say. */
function courseIdOf(folder: string): string | undefined {
  try {
    const { id } = JSON.parse(readFileSync(join(folder, 'course.json'), 'utf8')) as { id?: unknown };
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}

/** A fault of the course, or of the film that an agency brought. */
export type Fault = Omit<CourseProblem, 'code'> & { code: string };

/**
 * What a course folder is right now: readable or not (`pack: null`), everything that is wrong with it, and what works but
 * deserves a look.
 */
export type CourseLook = { pack: CoursePack | null; problems: readonly Fault[]; toLookAt: readonly Fault[] };

export function lookAtCourse(folder: string, mediaFolder: string): CourseLook {
  const { files, film, editionHash } = readCourseFolder(folder, mediaFolder);
  const { wrong, look: toLookAt, says } = checkOwnFilm(join(folder, 'video'), mediaFolder);
  const book = readCourse(files, film, editionHash);
  if (!book.ok) return { pack: null, problems: [...book.error.problems, ...wrong], toLookAt };
  const { pack, plan } = book.value;
  // What an agency filmed says its own words: the rendered film is held against these.
  const problems = checkCourse({ pack, plan: says ?? plan }, Object.keys(files), readMessage);
  return { pack, problems: [...problems, ...wrong], toLookAt };
}

export const allKept = 'Every rule is kept.';

/** File, place and reason, as an editor finds them; or that all is well. */
export const problemLines = (problems: readonly Fault[], toLookAt: readonly Fault[] = []): string[] => [
  ...(problems.length === 0 ? [allKept] : [`${problems.length} to put right`, ...problems.map(inLines)]),
  ...(toLookAt.length === 0 ? [] : [`${toLookAt.length} to look at`, ...toLookAt.map(inLines)]),
];

const inLines = ({ code, file, path, reason }: Fault) => `  ${file}${path && ` · ${path}`}\n    ${reason} [${code}]`;
