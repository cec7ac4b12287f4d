import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCourse, readCourseFolder } from '#server/course/course-folder.ts';

const shortCourse = resolve(import.meta.dirname, '../../support/short-course');
let copy = '';
const media = () => join(copy, 'media/short-course');

beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), 'muster-course-'));
  await cp(shortCourse, copy, { recursive: true });
});
afterEach(() => rm(copy, { recursive: true }));

describe('a record pins what the officer saw', () => {
  const hash = () => readCourseFolder(copy, media()).editionHash;

  test('the same files are the same edition, wherever they lie', () => {
    expect(hash()).toBe(readCourseFolder(shortCourse, `${shortCourse}/media/short-course`).editionHash);
    expect(hash()).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    'policy/es.md',
    'text/en.json',
    'scenarios/S1.json',
    'course.json',
    'media/short-course/video.en.mp4',
    'media/short-course/captions.es.vtt',
  ])('a change in %s is another edition', async (file) => {
    const before = hash();
    await appendFile(join(copy, file), ' ');
    expect(hash()).not.toBe(before);
  });

  test('a note for the narrator is not', async () => {
    const before = hash();
    await appendFile(join(copy, 'video/narration/en.json'), ' ');
    expect(hash()).toBe(before);
  });
});

test('a course without its film says which file is missing', () => {
  const loaded = loadCourse(copy, join(copy, 'no-such-folder'));
  expect(loaded.ok || loaded.error.problems).toEqual([
    { code: 'pack.missing-file', file: 'film.json', path: '', reason: 'The file is not there.' },
  ]);
});
