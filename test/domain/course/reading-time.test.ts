import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { rightPaths } from '#domain/course/paths.ts';
import { median, wordsOnPath } from '#domain/course/reading-time.ts';
import { rulingOf } from '#domain/scenario/run.ts';
import { loadCourse } from '#server/course/course-folder.ts';
import { readMessage } from '#server/course/icu-message.ts';

const folder = resolve(import.meta.dirname, '../../support/short-course');
const book = loadCourse(folder, `${folder}/media/short-course`);
if (!book.ok) throw new Error('The short course must be readable.');
const { pack } = book.value;

test('an officer reads the words that the screen shows, with the name filled in, and not the other answers’ reasons', () => {
  const witness = pack.scenarios.S7;
  const path = witness && rightPaths(witness, rulingOf(pack.course))[0];
  if (!witness || !path) throw new Error('The short course must have S7.');
  // Title 2, place and weather 6 or 7, situation 8, question 4, options 7 and 4, consequence 8, reason 11, ending 5.
  const words = wordsOnPath(pack, witness, path, 'en', readMessage);
  expect(words).toBeGreaterThanOrEqual(55);
  expect(words).toBeLessThanOrEqual(56);
});

test('one slow draw among many does not move the median', () => {
  expect(median([10, 900, 12])).toBe(12);
  expect(median([10, 20])).toBe(15);
});
