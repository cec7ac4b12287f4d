import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CoursePack } from '#domain/course/pack.ts';
import { readCourse } from '#domain/course/reader.ts';
import type { Film, Narration, Storyboard } from '#domain/course/storyboard.ts';
import { loadCourse, readCourseFolder } from '#server/course/course-folder.ts';

const root = path.resolve(import.meta.dirname, '../..');

const shortCourse = path.join(import.meta.dirname, 'short-course');

/** Four scenarios of one or two decisions, and a film of thirty seconds. */
export function theShortCourse(): CoursePack {
  const read = loadCourse(shortCourse, path.join(shortCourse, 'media/short-course'));
  if (!read.ok) throw new Error(JSON.stringify(read.error.problems));
  return read.value.pack;
}

/** The course that is taught. Before its film is rendered the cues are laid ten seconds apart, with their words and order. */
export function theRealCourse(): CoursePack {
  const folder = path.join(root, 'content/civil-criminal-warrants');
  const media = path.join(root, 'public/media/civil-criminal-warrants');
  const { files, film, editionHash } = readCourseFolder(folder, media);
  const read = readCourse(files, film ?? JSON.stringify(filmOf(folder)), editionHash);
  if (!read.ok) throw new Error(JSON.stringify(read.error.problems));
  return read.value.pack;
}

function filmOf(folder: string): Film {
  const json = (file: string) => JSON.parse(readFileSync(path.join(folder, 'video', file), 'utf8'));
  const board: Storyboard = json('storyboard.json');
  const says: Record<'en' | 'es', Narration> = { en: json('narration/en.json'), es: json('narration/es.json') };
  const all = board.scenes.flatMap((scene) => scene.cues.map((cue) => ({ ...cue, sceneId: scene.id })));
  const at = (id: string) => all.findIndex((cue) => cue.id === id) * 10;
  const span = (from: number) => ({ fromSeconds: from, toSeconds: from + 10 });
  const files = { video: 'v.mp4', captions: { en: 'en.vtt', es: 'es.vtt' }, chapters: { en: 'c.vtt', es: 'c.vtt' } };
  return {
    courseId: 'civil-criminal-warrants',
    durationSeconds: all.length * 10,
    framesPerSecond: 30,
    scenes: board.scenes.map((scene) => ({
      id: scene.id,
      fromSeconds: at(scene.cues[0]?.id ?? ''),
      toSeconds: at(scene.cues.at(-1)?.id ?? '') + 10,
      title: { en: says.en.scenes[scene.id]?.title ?? '', es: says.es.scenes[scene.id]?.title ?? '' },
    })),
    cues: all.map((cue) => ({
      id: cue.id,
      sceneId: cue.sceneId,
      clauses: cue.clauses,
      at: { en: span(at(cue.id)), es: span(at(cue.id)) },
      says: { en: says.en.cues[cue.id] ?? '', es: says.es.cues[cue.id] ?? '' },
    })),
    files: { en: files, es: files },
    poster: 'poster.png',
  };
}
