import { existsSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkCourse } from '#domain/course/check-course.ts';
import type { CourseProblem } from '#domain/course/problem.ts';
import { readCourse } from '#domain/course/reader.ts';
import { readCourseFolder } from '#server/course/course-folder.ts';
import { readMessage } from '#server/course/icu-message.ts';
import { courseSchemaFiles } from './course-schemas.ts';
import { describeCourse } from './describe-course.ts';

const root = resolve(import.meta.dirname, '../..');
const schemaFolder = join(root, 'content/schema');

/** A course brings its film along in `media/<id>`, or it lies with the files that are served. */
function mediaFolderOf(folder: string): string {
  const own = join(folder, 'media', basename(folder));
  return existsSync(own) ? own : join(root, 'public/media', basename(folder));
}

/** @returns the lines to print, and the exit code: 0 when the course keeps every rule */
export function checkContent(
  folder: string,
  mediaFolder = mediaFolderOf(folder),
): { lines: string[]; exitCode: 0 | 1 } {
  const { files, film, editionHash } = readCourseFolder(folder, mediaFolder);
  const book = readCourse(files, film, editionHash);
  if (!book.ok) return refused(folder, book.error.problems);
  const problems = checkCourse(book.value, Object.keys(files), readMessage);
  const description = describeCourse(book.value.pack, readMessage);
  if (problems.length === 0) return { lines: [...description, '', 'Every rule is kept.'], exitCode: 0 };
  return { lines: [...description, '', ...refused(folder, problems).lines], exitCode: 1 };
}

const refused = (folder: string, problems: readonly CourseProblem[]) => ({
  lines: [
    `${folder}: ${problems.length} to put right`,
    ...problems.map(({ code, file, path, reason }) => `  ${file}${path && ` · ${path}`}\n    ${reason} [${code}]`),
  ],
  exitCode: 1 as const,
});

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'write-schemas': { type: 'boolean' } },
  });
  if (values['write-schemas']) {
    for (const [name, text] of Object.entries(courseSchemaFiles())) writeFileSync(join(schemaFolder, name), text);
  } else {
    const [folder = join(root, 'content/civil-criminal-warrants'), mediaFolder] = positionals;
    const { lines, exitCode } = checkContent(resolve(folder), mediaFolder && resolve(mediaFolder));
    console.log(lines.join('\n'));
    process.exitCode = exitCode;
  }
}
