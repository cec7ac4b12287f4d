import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Film } from '#domain/course/storyboard.ts';
import { captions } from '#rendering/film-record.ts';
import { checkOwnFilm } from '#rendering/own-film/check-own-film.ts';
import { recordOf } from '#rendering/own-film/plan-film.ts';
import { aCourseWithChief, aCourseWithOwnFilm, look, planned, renderTexts, told } from './an-own-film.ts';

describe('an agency brings its whole film', () => {
  test('a place means the same in both languages: the shorter scene waits for the longer, to the frame', () => {
    const { timeline } = planned(aCourseWithOwnFilm());
    expect(
      timeline.scenes.map(({ id, fromFrame, toFrame, addedSilence }) => [id, fromFrame, toFrame, addedSilence]),
    ).toEqual([
      ['word', 0, 240, { en: 1, es: 0 }],
      ['read', 240, 450, { en: 0, es: 1 }],
      ['decide', 450, 720, { en: 1, es: 0 }],
      ['never', 720, 960, { en: 0, es: 1 }],
    ]);
    expect(timeline.cues.map(({ id, at }) => [id, at.en.fromSeconds, at.es.fromSeconds])).toEqual([
      ['why-word', 1, 1],
      ['read-basis', 9, 9],
      ['confirm-both', 16, 16],
      ['unsure-supervisor', 19.5, 19.5],
      ['never-status', 25, 25],
      ['recap', 28.5, 27.5],
    ]);
  });

  test('its own captions go with their scene; the other language is read at the times of the voice that is heard', () => {
    const plan = planned(aCourseWithOwnFilm());
    const film = Film.parse(JSON.parse(JSON.stringify(recordOf('short-course', plan))));
    const own = captions(film, 'en', 'en', plan.written);
    expect(own.map(({ fromSeconds, toSeconds, lines }) => [fromSeconds, toSeconds, ...lines]).slice(0, 2)).toEqual([
      [1, 6, 'We say why-word'],
      [9, 14, 'We say read-basis'],
    ]);
    const other = captions(film, 'en', 'es', plan.written);
    expect(other.map(({ fromSeconds, lines }) => [fromSeconds, ...lines]).at(-1)).toEqual([27.5, 'We say recap']);
    expect(film.cues.map(({ says }) => says.es)[0]).toBe('Decimos why-word');
  });

  test('once rendered, the course keeps every rule, and whatever reads the film finds it', () => {
    const course = aCourseWithOwnFilm();
    renderTexts(course);
    const { pack, problems } = look(course);
    expect(problems).toEqual([]);
    expect(pack?.film.durationSeconds).toBe(32);
    expect(pack?.film.scenes.map(({ title }) => title.es)).not.toContain('');
    expect(readFileSync(join(course.media, 'chapters.en.vtt'), 'utf8')).toContain('00:00:08.000 --> 00:00:15.000');
    expect(readFileSync(join(course.media, 'captions.es.vtt'), 'utf8')).toContain('Decimos why-word');
  });

  test('a film, captions or times that changed after the rendering are noticed, and so is their removal', () => {
    const course = aCourseWithOwnFilm();
    expect(told(course).wrong).toContain('own-film.stale video/own/cues.json · ');
    renderTexts(course);
    course.put('own/own.en.mp4', readFileSync(join(course.video, 'own/own.es.mp4')));
    expect(told(course).wrong).toEqual(['own-film.stale video/own/own.en.mp4 · ']);
    renderTexts(course);
    for (const file of ['own.en.mp4', 'own.es.mp4', 'own.en.vtt', 'own.es.vtt', 'cues.json'])
      course.put(`own/${file}`, undefined);
    expect(told(course).wrong.join()).toMatch(/own-film\.(stale|cannot-be-made)/);
  });
});

describe('a clip of the chief before our film', () => {
  test('comes first, belongs to the film, and moves all of ours by its length without changing a picture', () => {
    const course = aCourseWithChief();
    const { timeline, drawn, narration } = planned(course);
    const [chief, why] = timeline.scenes;
    expect([chief?.id, chief?.fromFrame, chief?.toFrame]).toEqual(['chief', 0, 900]);
    expect([why?.id, why?.fromFrame]).toEqual(['why', 900]);
    expect(drawn.timeline.scenes[0]?.fromFrame).toBe(0);
    const ours = drawn.timeline.cues[0]?.at.en.fromSeconds ?? 0;
    expect(timeline.cues[1]?.at.en.fromSeconds).toBeCloseTo(30 + ours, 3);
    expect(narration.es.scenes.chief?.title).toBe('Mensaje de la jefatura');
  });

  test('in one language is played in both, with captions, and said so', () => {
    const course = aCourseWithChief();
    const plan = planned(course);
    const film = recordOf('civil-criminal-warrants', plan);
    for (const voice of ['en', 'es'] as const)
      expect(captions(film, 'es', voice, plan.written)[0]?.lines).toEqual(['Buenos días first']);
    expect(told(course).toLookAt).toContain('own-film.subtitled-only video/own/chief.es.mp4 · ');
    course.put('own/chief.es.vtt', undefined);
    expect(told(course).wrong).toEqual(['own-film.missing-captions video/own/chief.es.vtt · ']);
  });

  test('adds to the five minutes, and that is said with both figures', () => {
    const course = aCourseWithChief();
    const [long] = checkOwnFilm(course.video, course.media).look.filter(({ code }) => code === 'own-film.long-film');
    expect(long?.reason).toMatch(/lasts 5:\d\d(\.\d)?, 0:30 of it the chief/);
  });

  test('once rendered, the course keeps every rule', () => {
    const course = aCourseWithChief();
    renderTexts(course);
    const { pack, problems } = look(course);
    expect(problems).toEqual([]);
    expect(pack?.film.cues[0]).toMatchObject({
      id: 'chief',
      clauses: [],
      at: { en: { fromSeconds: 1, toSeconds: 26 } },
    });
  });
});
