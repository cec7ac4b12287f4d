/**
 * `npm run check:content [-- [--watch] [FOLDER [MEDIA]]]`: what a course holds and what is wrong with it; with `--watch`
 * again at every change. `--write-schemas` writes the JSON Schemas for editors.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readMessage } from '#server/course/icu-message.ts';
import { lookAtCourse, mediaFolderOf, problemLines, shippedCourse } from './course/look.ts';
import { watchContent } from './course/watch-content.ts';
import { courseSchemaFiles } from './course-schemas.ts';
import { describeCourse } from './describe-course.ts';

const schemaFolder = resolve(import.meta.dirname, '../../content/schema');

/** @returns the lines to print, and the exit code: 0 when the course keeps every rule */
export function checkContent(
  folder: string,
  mediaFolder = mediaFolderOf(folder),
): { lines: string[]; exitCode: 0 | 1 } {
  const { pack, problems, toLookAt } = lookAtCourse(folder, mediaFolder);
  const description = pack ? [...describeCourse(pack, readMessage), ''] : [];
  const [first = '', ...more] = problemLines(problems, toLookAt);
  if (problems.length === 0) return { lines: [...description, first, ...more], exitCode: 0 };
  return { lines: [...description, `${folder}: ${first}`, ...more], exitCode: 1 };
}

const usage = 'npm run check:content [-- [--watch] [FOLDER [MEDIA]]]';

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { 'write-schemas': { type: 'boolean' }, watch: { type: 'boolean' } },
    });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    return process.exit(1);
  }
}

if (import.meta.main) {
  const { values, positionals } = readArguments();
  const folder = resolve(positionals[0] ?? shippedCourse);
  const mediaFolder = positionals[1] ? resolve(positionals[1]) : mediaFolderOf(folder);
  if (values['write-schemas']) {
    for (const [name, text] of Object.entries(courseSchemaFiles())) writeFileSync(join(schemaFolder, name), text);
  } else if (values.watch) {
    const look = () => lookAtCourse(folder, mediaFolder);
    await watchContent({ folders: [folder, mediaFolder], look, print: console.log });
  } else {
    const { lines, exitCode } = checkContent(folder, mediaFolder);
    console.log(lines.join('\n'));
    process.exitCode = exitCode;
  }
}
