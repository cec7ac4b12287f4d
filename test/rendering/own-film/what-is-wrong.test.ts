import { describe, expect, test } from 'vitest';
import { aCourseWithChief, aCourseWithOwnFilm, clipOf, look, type OwnCourse, told } from './an-own-film.ts';

/** A clip whose head says something else at a place. */
const withHead = (from: string, to: string) =>
  Buffer.from(clipOf('en').toString('latin1').replaceAll(from, to), 'latin1');
type Cues = { scenes: { id: string; begins: { en: unknown }; cues: { id: string; spoken: { en: unknown[] } }[] }[] };
const inCues = (edit: (cues: Cues) => void) => (course: OwnCourse) => course.change('own/cues.json', edit);
const inFirstCue = (en: unknown[]) =>
  inCues(({ scenes: [scene] }) => {
    if (scene?.cues[0]) scene.cues[0].spoken.en = en;
  });

const faults: Record<string, (course: OwnCourse) => void> = {
  'own-film.unknown-file video/own/film.mov · ': (course) => course.put('own/film.mov', ''),
  'own-film.missing-clip video/own/own.es.mp4 · ': (course) => course.put('own/own.es.mp4', undefined),
  'own-film.missing-captions video/own/own.es.vtt · ': (course) => course.put('own/own.es.vtt', undefined),
  'own-film.missing-times video/own/cues.json · ': (course) => course.put('own/cues.json', undefined),
  'own-film.not-mp4 video/own/own.en.mp4 · ': (course) => course.put('own/own.en.mp4', 'no film at all, only words'),
  'own-film.no-sound video/own/own.en.mp4 · ': (course) => course.put('own/own.en.mp4', withHead('soun', 'text')),
  'own-film.no-picture video/own/own.en.mp4 · ': (course) => course.put('own/own.en.mp4', withHead('vide', 'text')),
  'own-film.codec video/own/own.en.mp4 · ': (course) => course.put('own/own.en.mp4', withHead('avc1', 'enc1')),
  'own-film.bad-captions video/own/own.en.vtt · line 3': (course) =>
    course.put('own/own.en.vtt', 'WEBVTT\n\n1:2 --> 1:4\nToo short a time'),
  'own-film.schema video/own/cues.json · scenes.0.begins.en': inCues(({ scenes: [scene] }) => {
    if (scene) scene.begins.en = '1.30';
  }),
  'own-film.no-time video/own/cues.json · word.why-word': inCues(({ scenes: [scene] }) => scene?.cues.pop()),
  'own-film.no-time video/own/cues.json · why-word.en': inFirstCue([1, null]),
  'own-film.unknown-id video/own/cues.json · word.why-not': inCues(({ scenes: [scene] }) => {
    if (scene?.cues[0]) scene.cues[0].id = 'why-not';
  }),
  'own-film.out-of-order video/own/cues.json · why-word.en': inFirstCue([5, 4]),
  'own-film.out-of-order video/own/cues.json · word.en': inCues(({ scenes: [scene] }) => {
    if (scene) scene.begins.en = '0:02';
  }),
  'own-film.beyond-the-end video/own/cues.json · recap.en': inCues(({ scenes }) => {
    const cue = scenes.at(-1)?.cues.at(-1);
    if (cue) cue.spoken.en = [26.5, '0:31'];
  }),
  'own-film.silent-cue video/own/own.en.vtt · recap': (course) =>
    course.put('own/own.en.vtt', 'WEBVTT\n\n00:01.000 --> 00:05.000\nOnly this'),
};

describe('check:content says of an own film what is wrong, and where', () => {
  test('nothing but that it is not rendered yet, before anything is spoiled', () => {
    expect(look(aCourseWithOwnFilm()).problems.map(({ code }) => code)).toEqual(['film.out-of-date', 'own-film.stale']);
  });

  test.each(Object.entries(faults))('%s', (fault, spoil) => {
    const course = aCourseWithOwnFilm();
    spoil(course);
    expect(told(course).wrong).toContain(fault);
  });

  test('a clip that was cut short on its way', () => {
    const course = aCourseWithOwnFilm();
    course.put('own/own.es.mp4', clipOf('es').subarray(0, 5000));
    expect(told(course).wrong).toContain('own-film.not-mp4 video/own/own.es.mp4 · ');
  });

  test('a chief who is only captions, or has no title', () => {
    const course = aCourseWithChief();
    course.put('own/chief.en.mp4', undefined);
    course.put('own/chief.json', undefined);
    expect(told(course).wrong).toEqual([
      'own-film.missing-title video/own/chief.json · ',
      'own-film.missing-clip video/own/chief.en.mp4 · ',
    ]);
  });
});

describe('check:content says what works and yet somebody may suffer from', () => {
  test('captions too long, too fast or too brief for a deaf officer', () => {
    const course = aCourseWithOwnFilm();
    course.put(
      'own/own.en.vtt',
      [
        'WEBVTT',
        `00:01.000 --> 00:02.000\n${'word '.repeat(12)}`,
        '00:08.000 --> 00:08.400\nGone.',
        '00:15.000 --> 00:18.000\nWe confirm.',
        '00:18.500 --> 00:21.000\nWe ask.',
        '00:23.000 --> 00:26.000\nNever.',
        '00:26.500 --> 00:29.000\nAgain.',
      ].join('\n\n'),
    );
    expect(told(course).toLookAt).toEqual(
      expect.arrayContaining([
        'own-film.hard-to-read video/own/own.en.vtt · 0:01',
        'own-film.hard-to-read video/own/own.en.vtt · 0:08',
      ]),
    );
    expect(told(course).toLookAt).not.toContain('own-film.hard-to-read video/own/own.en.vtt · 0:15');
  });

  test('a picture that stands for long while the other language speaks', () => {
    const course = aCourseWithOwnFilm();
    inCues(({ scenes }) => {
      if (scenes[1]) scenes[1].begins.en = '0:04';
      if (scenes[0]?.cues[0]) scenes[0].cues[0].spoken.en = [1, 4];
    })(course);
    expect(told(course).toLookAt).toContain('own-film.held video/own/cues.json · word.en');
  });

  test('pictures that nobody describes', () => {
    expect(told(aCourseWithOwnFilm()).toLookAt).toContain('own-film.not-described video/own/cues.json · seen');
  });
});
