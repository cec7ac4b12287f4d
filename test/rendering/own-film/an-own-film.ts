import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { lookAtCourse } from '#cli/course/look.ts';
import { filmTexts } from '#rendering/film-record.ts';
import { readFilmSources } from '#rendering/film-sources.ts';
import { mediaLock } from '#rendering/media-lock.ts';
import { checkOwnFilm } from '#rendering/own-film/check-own-film.ts';
import { emptyCueTimes } from '#rendering/own-film/cue-times.ts';
import { planFilm, recordOf } from '#rendering/own-film/plan-film.ts';
import { aCourseToSpoil } from '#test/support/a-command.ts';

type Spoken = readonly [from: number, to: number];
/** Seconds in the two clips of 30 s: Spanish takes longer in the first and third scene, English in the others. */
const begins = { en: { word: 0, read: 7, decide: 14, never: 22 }, es: { word: 0, read: 8, decide: 14, never: 23 } };
const spoken: Record<'en' | 'es', Record<string, Spoken>> = {
  en: {
    'why-word': [1, 6],
    'read-basis': [8, 13],
    'confirm-both': [15, 18],
    'unsure-supervisor': [18.5, 21],
    'never-status': [23, 26],
    recap: [26.5, 29],
  },
  es: {
    'why-word': [1, 7],
    'read-basis': [9, 13],
    'confirm-both': [15, 18],
    'unsure-supervisor': [18.5, 22],
    'never-status': [24, 26],
    recap: [26.5, 29],
  },
};

/** One caption a cue, from its first to its last second. */
const vtt = (cues: readonly (readonly [id: string, span: Spoken])[], words: string) =>
  `WEBVTT\n\n${cues.map(([id, [from, to]]) => `${stamp(from)} --> ${stamp(to)}\n<v Chief>${words} ${id}</v>\n`).join('\n')}`;
const stamp = (seconds: number) => `00:${seconds.toFixed(3).padStart(6, '0')}`;

export interface OwnCourse {
  readonly folder: string;
  readonly video: string;
  readonly media: string;
  /** Writes a file of `video`, or removes it. */
  put(file: string, content: string | Buffer | undefined): void;
  /** Changes the JSON of a file of `video`. */
  change(file: string, edit: (json: never) => void): void;
}

const inFolder = (folder: string, media: string): OwnCourse => {
  const video = join(folder, 'video');
  const put: OwnCourse['put'] = (file, content) =>
    content === undefined ? rmSync(join(video, file)) : writeFileSync(join(video, file), content);
  mkdirSync(join(video, 'own'), { recursive: true });
  return {
    folder,
    video,
    media,
    put,
    change(file, edit) {
      const json = JSON.parse(readFileSync(join(video, file), 'utf8'));
      edit(json as never);
      put(file, JSON.stringify(json));
    },
  };
};

/** The short course with a film of 30 s that an agency brings in both languages; nothing is rendered yet. */
export function aCourseWithOwnFilm(): OwnCourse {
  const folder = aCourseToSpoil();
  const course = inFolder(folder, join(folder, 'media/short-course'));
  const read = readFilmSources(course.video);
  if (!read.ok) throw new Error(read.error.code);
  const written = emptyCueTimes(read.value.storyboard, read.value.narration);
  for (const scene of written.scenes)
    for (const language of ['en', 'es'] as const) {
      scene.begins[language] = begins[language][scene.id as 'word'];
      for (const cue of scene.cues) cue.spoken[language] = [...(spoken[language][cue.id] ?? [0, 0])];
    }
  course.put('own/cues.json', JSON.stringify(written));
  for (const language of ['en', 'es'] as const) {
    cpSync(join(course.media, `video.${language}.mp4`), join(course.video, `own/own.${language}.mp4`));
    const words = language === 'en' ? 'We say' : 'Decimos';
    course.put(`own/own.${language}.vtt`, vtt(Object.entries(spoken[language]), words));
  }
  return course;
}

const shipped = 'content/civil-criminal-warrants';
export const clipOf = (language: 'en' | 'es') =>
  readFileSync(`test/support/short-course/media/short-course/video.${language}.mp4`);

/** The course that ships, in a folder of its own, with its film. */
export function theCourseToChange(): OwnCourse {
  const parent = mkdtempSync(join(tmpdir(), 'muster-own-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, 'civil-criminal-warrants');
  cpSync(shipped, folder, { recursive: true });
  const media = join(parent, 'media');
  cpSync('public/media/civil-criminal-warrants', media, {
    recursive: true,
    filter: (file) => !file.endsWith('.mp4'),
  });
  return inFolder(folder, media);
}

/** The same with a clip of the chief in English before it, and captions in both languages. */
export function aCourseWithChief(): OwnCourse {
  const course = theCourseToChange();
  course.put('own/chief.en.mp4', clipOf('en'));
  course.put(
    'own/chief.en.vtt',
    vtt(
      [
        ['first', [1, 5]],
        ['last', [20, 26]],
      ],
      'Good morning',
    ),
  );
  course.put(
    'own/chief.es.vtt',
    vtt(
      [
        ['first', [1, 5]],
        ['last', [20, 26]],
      ],
      'Buenos días',
    ),
  );
  course.put('own/chief.json', JSON.stringify({ title: { en: 'From the chief', es: 'Mensaje de la jefatura' } }));
  return course;
}

export function planned(course: OwnCourse) {
  const plan = planFilm(course.video);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

/** Writes what the rendering writes, but for the films themselves, which need ffmpeg. */
export function renderTexts(course: OwnCourse): void {
  const plan = planned(course);
  const read = (path: string) => JSON.parse(readFileSync(join(course.folder, path), 'utf8'));
  const { id } = read('course.json');
  const about = { en: read('text/en.json'), es: read('text/es.json') };
  const film = recordOf(id, plan);
  for (const [name, text] of Object.entries(filmTexts(film, plan, about)))
    writeFileSync(join(course.media, name), text);
  writeFileSync(join(course.media, 'film.json'), JSON.stringify(film));
  const lock = mediaLock(course.video, plan.storyboard, course.media, {});
  writeFileSync(join(course.media, 'media.lock.json'), JSON.stringify(lock));
}

export const look = (course: OwnCourse) => lookAtCourse(course.folder, course.media);

/** What is wrong with the own film and what deserves a look, each as `code file · path`. */
export function told(course: OwnCourse): { wrong: string[]; toLookAt: string[] } {
  const { wrong, look } = checkOwnFilm(course.video, course.media);
  const short = (remarks: typeof wrong) => remarks.map(({ code, file, path }) => `${code} ${file} · ${path}`);
  return { wrong: short(wrong), toLookAt: short(look) };
}
