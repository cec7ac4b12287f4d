// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readPackage } from '#app/lms/launch-file.ts';
import { surroundingsIn } from '#app/lms/package-surroundings.ts';
import { rememberedNarration } from '#app/player/film-choices.ts';
import { theShortCourse } from '#test/support/a-quiz-course.ts';

const pack = theShortCourse();
const file = {
  standard: 'scorm12',
  course: 'course.json',
  media: 'media/',
  languages: ['en'],
  exit: 'suspend-or-normal',
  edition: '2026-11',
} as const;

/** The files beside the page, as an LMS serves them. */
function served(files: Record<string, unknown>) {
  vi.stubGlobal('fetch', async (name: string) =>
    name in files ? Response.json(files[name]) : new Response('<h1>Sign in</h1>', { status: 200 }),
  );
}
afterEach(() => vi.unstubAllGlobals());

describe('a package', () => {
  test('is read from the files beside the page', async () => {
    served({ 'muster-package.json': file, 'course.json': pack });
    expect(await readPackage()).toEqual({ file, pack });
  });

  test.each([
    ['has no course in it', { 'muster-package.json': file }],
    ['has no launch file', { 'course.json': pack }],
    [
      'is of a standard that nobody knows',
      { 'muster-package.json': { ...file, standard: 'aicc' }, 'course.json': pack },
    ],
    ['holds something else for a course', { 'muster-package.json': file, 'course.json': [] }],
  ])('is not taken for one when it %s', async (_how, files) => {
    served(files);
    expect(await readPackage()).toBeNull();
  });

  test('finds the files of its film beside the page, or where the course says by a whole address', () => {
    const { filmFile } = surroundingsIn({ ...file, languages: ['en'] });
    expect(filmFile('c', 'e', 'video.en.mp4')).toBe(new URL('media/video.en.mp4', document.baseURI).href);
    const elsewhere = 'https://media.example.gov/muster/video.en.mp4';
    expect(filmFile('c', 'e', elsewhere)).toBe(elsewhere);
  });

  test('with one film speaks its language, whatever the screens are in or this device remembers', () => {
    expect(rememberedNarration('es', ['en'])).toBe('en');
    localStorage.setItem('muster.narration', 'es');
    expect(rememberedNarration('en', ['en'])).toBe('en');
    expect(rememberedNarration('en')).toBe('es');
  });
});
