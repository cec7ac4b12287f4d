import path from 'node:path';
import type { CoursePack } from '#domain/course/pack.ts';
import { loadCourse } from '#server/course/course-folder.ts';

const root = path.resolve(import.meta.dirname, '../..');

function packOf(folder: string, media: string): CoursePack {
  const read = loadCourse(path.join(root, folder), path.join(root, media));
  if (!read.ok) throw new Error(JSON.stringify(read.error.problems));
  return read.value.pack;
}

/** Four scenarios of one or two decisions, and a film of thirty seconds. */
export const theShortCourse = (): CoursePack =>
  packOf('test/support/short-course', 'test/support/short-course/media/short-course');

/** The course that is taught. */
export const theRealCourse = (): CoursePack =>
  packOf('content/civil-criminal-warrants', 'public/media/civil-criminal-warrants');
