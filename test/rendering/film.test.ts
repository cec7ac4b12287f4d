import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Film } from '#domain/course/storyboard.ts';
import { captionLimits } from '#rendering/captions.ts';
import { budgetOf } from '#rendering/check.ts';
import { mostSecondsBetweenKeyFrames, renditionNames } from '#rendering/encode.ts';
import { captions, filmTexts } from '#rendering/film-record.ts';
import { sourceHashes } from '#rendering/film-sources.ts';
import { mediaLock } from '#rendering/media-lock.ts';
import { mp4Head } from '#rendering/mp4.ts';
import { readOwnVoice } from '#rendering/own-film/own-voice.ts';
import { planFilm } from '#rendering/own-film/plan-film.ts';
import { problemInWords } from '#rendering/problems.ts';
import { framesPerSecond } from '#rendering/timeline.ts';
import { picturesDrawn } from './pictures-drawn.tsx';

const folder = 'content/civil-criminal-warrants/video';
const media = 'public/media/civil-criminal-warrants';
const languages = ['en', 'es'] as const;
const planned = planFilm(folder);
if (!planned.ok) throw new Error(problemInWords(planned.error));
const plan = planned.value;
const { storyboard, timeline } = plan;
/** An agency that put its own film or voice here answers for its length and its captions; `check:content` tells of them. */
const persons = readOwnVoice(folder);
const isOurs = plan.filmed.length === 0 && persons.en.size + persons.es.size === 0;
const wordsOf = (language: 'en' | 'es') =>
  JSON.parse(readFileSync(`content/civil-criminal-warrants/text/${language}.json`, 'utf8'));
const about = { en: wordsOf('en'), es: wordsOf('es') };
const titles = { en: about.en.title, es: about.es.title };
const film = Film.parse(JSON.parse(readFileSync(join(media, 'film.json'), 'utf8')));

test.runIf(isOurs)('the film lasts about five minutes', () => {
  expect(film.durationSeconds).toBeGreaterThanOrEqual(285);
  expect(film.durationSeconds).toBeLessThanOrEqual(315);
});

test('the film teaches every cue of the storyboard, in its order', () => {
  expect(film.cues.map((cue) => [cue.sceneId, cue.id, cue.clauses])).toEqual(
    storyboard.scenes.flatMap((scene) => scene.cues.map((cue) => [scene.id, cue.id, cue.clauses])),
  );
});

test('the film on record is the one that its recordings lay out', () => {
  expect(film.durationSeconds).toBeCloseTo(timeline.frames / framesPerSecond, 2);
  expect(film.cues.map((cue) => cue.at)).toEqual(timeline.cues.map((cue) => cue.at));
  const ends = film.scenes.map((scene) => scene.toSeconds);
  expect(film.scenes.map((scene) => scene.fromSeconds)).toEqual([0, ...ends.slice(0, -1)]);
});

test('changing a sentence, a picture, a recording or a rendered file without the other is noticed', () => {
  const lock = JSON.parse(readFileSync(join(media, 'media.lock.json'), 'utf8'));
  const again = 'The film is older than its sources: run npm run render and commit the result';
  expect(sourceHashes(folder, storyboard), again).toEqual(lock.sources);
  const pictures = picturesDrawn(plan.drawn, titles);
  expect(pictures, again).toEqual(lock.pictures);
  expect(mediaLock(folder, storyboard, media, pictures), again).toEqual(lock);
});

test('a course that gets another title needs another poster', () => {
  const changed = picturesDrawn(plan.drawn, { ...titles, es: '¿Qué dice la orden?' });
  const pictures = picturesDrawn(plan.drawn, titles);
  const stale = Object.keys(pictures).filter((picture) => changed[picture] !== pictures[picture]);
  expect(stale).toEqual(plan.drawn.timeline.frames > 0 ? ['es poster'] : []);
});

test.each(languages.flatMap((language) => renditionNames.map((rendition) => ({ language, rendition }))))(
  'the $rendition $language film plays while it loads, lands at once wherever it is sought, within its budget',
  ({ language, rendition }) => {
    const { video, small } = film.files[language];
    const file = join(media, (rendition === 'large' ? video : small) ?? 'there is none');
    const { width, height, mostBytes } = budgetOf(plan, rendition);
    const head = mp4Head(file);
    if (!head) throw new Error(`${file} is no MP4`);
    expect(head.boxes).toContain('moov');
    expect(head.boxes.indexOf('moov')).toBeLessThan(head.boxes.indexOf('mdat'));
    expect([head.width, head.height]).toEqual([width, height]);
    expect(head.tracks.map(({ codec }) => codec)).toEqual(['avc1', 'mp4a']);
    expect(head.frames).toBe(Math.round(film.durationSeconds * framesPerSecond));
    expect(Math.abs(head.seconds - film.durationSeconds)).toBeLessThan(0.1);
    const gaps = head.keyFrames.map((at, index) => (head.keyFrames[index + 1] ?? head.frames) - at);
    expect(head.keyFrames[0]).toBe(1);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(mostSecondsBetweenKeyFrames * framesPerSecond);
    expect(statSync(file).size).toBeLessThanOrEqual(mostBytes);
  },
);

test('the recordings stay within three megabytes a language, a poster within 80 kB', () => {
  for (const language of languages) {
    const sizes = plan.drawn.timeline.cues.map(
      (cue) => statSync(join(folder, 'narration', language, `${cue.id}.opus`)).size,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(3_000_000);
    expect(statSync(join(media, film.files[language].poster)).size).toBeLessThanOrEqual(80_000);
  }
});

test.runIf(isOurs).each(languages.flatMap((words) => languages.map((voice) => ({ words, voice }))))(
  'a deaf officer can follow the $voice film with $words captions',
  ({ words, voice }) => {
    const blocks = captions(film, words, voice);
    for (const [index, block] of blocks.entries()) {
      const seconds = block.toSeconds - block.fromSeconds;
      const characters = block.lines.join(' ').length;
      const where = `${words} on ${voice}, ${block.id}: ${block.lines.join(' / ')} (${seconds.toFixed(2)} s)`;
      expect(block.lines.length, where).toBeLessThanOrEqual(captionLimits.lines);
      for (const line of block.lines) expect(line.length, where).toBeLessThanOrEqual(captionLimits.charactersALine);
      expect(seconds, where).toBeGreaterThanOrEqual(captionLimits.leastSeconds);
      expect(seconds, where).toBeLessThanOrEqual(captionLimits.mostSeconds);
      expect(characters / seconds, where).toBeLessThanOrEqual(captionLimits.charactersASecond);
      expect(block.fromSeconds, where).toBeGreaterThanOrEqual(blocks[index - 1]?.toSeconds ?? 0);
    }
  },
);

test('captions, chapters and transcripts on disk are those of the film on record', () => {
  for (const [name, text] of Object.entries(filmTexts(film, plan, about)))
    expect(readFileSync(join(media, name), 'utf8'), name).toBe(text);
  for (const language of languages) {
    const { captions, chapters } = film.files[language];
    for (const name of [...Object.values(captions), ...Object.values(chapters)])
      expect(existsSync(join(media, name)), name).toBe(true);
  }
});

test('every tested clause of the course is taught by a cue', () => {
  const taught = new Set(film.cues.flatMap((cue) => cue.clauses));
  for (const clause of ['R1', 'R2', 'R4', 'R5', 'R7', 'R8', 'R9', 'R10', 'R11', 'R12', 'R13'])
    expect(taught, clause).toContain(clause);
});

test('both languages draw the same words, none of them empty by mistake', () => {
  const { narration } = plan.drawn;
  for (const scene of plan.drawn.timeline.scenes) {
    const [en, es] = [narration.en.scenes[scene.id]?.words ?? {}, narration.es.scenes[scene.id]?.words ?? {}];
    expect(Object.keys(es)).toEqual(Object.keys(en));
    for (const [key, text] of Object.entries(es)) expect(text, `${scene.id}.${key}`).not.toBe('');
  }
});
