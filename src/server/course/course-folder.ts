import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { CourseFiles } from '#domain/course/parse-file.ts';
import { type CourseBook, type CourseUnreadable, readCourse } from '#domain/course/reader.ts';
import type { Result } from '#domain/shared/result.ts';

export type CourseFolder = {
  files: CourseFiles;
  film: string | undefined;
  /** SHA-256 (hex) over policy, text, scenarios, course.json and every file of the film. */
  editionHash: string;
};

/**
 * Reads a course folder and its film into memory.
 *
 * @param folder the course, as in `content/civil-criminal-warrants`
 * @param mediaFolder holds `film.json`, videos and captions, as in `public/media/civil-criminal-warrants`
 */
export function readCourseFolder(folder: string, mediaFolder: string): CourseFolder {
  const course = filesUnder(folder).filter((file) => /\.(json|md)$/.test(file) && !file.startsWith('media/'));
  const media = existsSync(mediaFolder) ? filesUnder(mediaFolder) : [];
  const files = Object.fromEntries(course.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  const film = media.includes('film.json') ? readFileSync(join(mediaFolder, 'film.json'), 'utf8') : undefined;
  const pinned = [
    ...course.filter((file) => !file.startsWith('video/')).map((file) => [file, join(folder, file)] as const),
    ...media.map((file) => [`media/${file}`, join(mediaFolder, file)] as const),
  ];
  return { files, film, editionHash: hashOf(pinned) };
}

/** The course of a folder, or everything that makes it unreadable. */
export function loadCourse(folder: string, mediaFolder: string): Result<CourseBook, CourseUnreadable> {
  const { files, film, editionHash } = readCourseFolder(folder, mediaFolder);
  return readCourse(files, film, editionHash);
}

const filesUnder = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .sort()
    : [];

/** Names and contents both count, so that swapping two files is another edition. */
function hashOf(pinned: readonly (readonly [name: string, path: string])[]): string {
  const edition = createHash('sha256');
  for (const [name, path] of pinned) {
    edition.update(`${name} ${createHash('sha256').update(readFileSync(path)).digest('hex')}\n`);
  }
  return edition.digest('hex');
}
