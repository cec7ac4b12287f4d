import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { captionsOf } from '#rendering/captions.ts';
import { measureRecordings, readFilmSources, recordingOf } from '#rendering/film-sources.ts';
import { readOwnVoice } from '#rendering/own-film/own-voice.ts';
import { layOut, mostAddedSilenceSeconds } from '#rendering/timeline.ts';
import { isOf, pausesInFilm, readPauses } from '#rendering/voice-pauses.ts';

const folder = 'content/civil-criminal-warrants/video';
const read = readFilmSources(folder);
if (!read.ok) throw new Error(JSON.stringify(read.error));
const { storyboard, narration } = read.value;
const lengths = measureRecordings(folder, storyboard);
const laidOut = layOut(storyboard, lengths);
if (!laidOut.ok) throw new Error(JSON.stringify(laidOut.error));
const timeline = laidOut.value;
const pauses = readPauses(folder);
const languages = ['en', 'es'] as const;
/** A person speaks as that person does: `npm run narrate -- --take` and `check:content` advise, and nothing is refused here. */
const persons = readOwnVoice(folder);
const isAllOurs = persons.en.size + persons.es.size === 0;
const ours = (language: 'en' | 'es') => timeline.cues.filter(({ id }) => !persons[language].has(id));

test.runIf(isAllOurs)('English is spoken at 150 to 165 words a minute', () => {
  const words = timeline.cues.flatMap(({ id }) => narration.en.cues[id]?.split(/\s+/) ?? []).length;
  const seconds = timeline.cues.reduce((sum, { id }) => sum + (lengths.en[id] ?? 0), 0);
  expect((words / seconds) * 60).toBeGreaterThanOrEqual(150);
  expect((words / seconds) * 60).toBeLessThanOrEqual(165);
});

test.runIf(isAllOurs)(
  'the film is five minutes long, and no scene waits more than two seconds for the other language',
  () => {
    expect(timeline.frames / 30).toBeLessThanOrEqual(315);
    for (const scene of timeline.scenes)
      for (const language of languages)
        expect(scene.addedSilence[language], `${language}/${scene.id}`).toBeLessThanOrEqual(mostAddedSilenceSeconds);
  },
);

test.each(languages)('every %s recording says its whole cue, no faster than can be followed', (language) => {
  for (const { id } of ours(language)) {
    const pace = (narration[language].cues[id]?.length ?? 0) / (lengths[language][id] ?? 0);
    expect(pace, `${language}/${id}: characters a second`).toBeGreaterThan(11);
    expect(pace, `${language}/${id}: characters a second`).toBeLessThan(17.5);
  }
});

test.each(languages)('the pauses on record were heard in the %s recordings that are there', (language) => {
  for (const { id } of timeline.cues) {
    const heard = pauses[language][id];
    expect(isOf(heard, lengths[language][id]), `${language}/${id}: run narrate with --listen`).toBe(true);
    let clock = 0;
    for (const [from, to] of heard?.pauses ?? []) {
      expect(from).toBeGreaterThan(clock);
      expect(to).toBeGreaterThan(from);
      clock = to;
    }
    expect(clock).toBeLessThan(lengths[language][id] ?? 0);
  }
});

test('a recording that somebody replaced is not captioned by the pauses of the old one', () => {
  const [first] = timeline.cues;
  if (!first) throw new Error('no cue');
  const own = pauses.en[first.id];
  if (!own) throw new Error('no pauses');
  const replaced = { ...pauses, en: { ...pauses.en, [first.id]: { ...own, seconds: own.seconds + 0.5 } } };
  expect(isOf(replaced.en[first.id], lengths.en[first.id])).toBe(false);
  expect(pausesInFilm(timeline, replaced).has(first.id)).toBe(false);
  expect(pausesInFilm(timeline, pauses).has(first.id)).toBe(true);
});

test.each(languages)(
  'a %s caption appears within 100 ms of its sentence, or as soon as a reader can be there',
  (language) => {
    const inFilm = pausesInFilm(timeline, pauses);
    for (const [index, { id, at }] of timeline.cues.entries()) {
      const heard = inFilm.get(id)?.[language] ?? [];
      const captions = captionsOf({
        id,
        text: narration[language].cues[id] ?? '',
        ...at[language],
        roomFromSeconds: timeline.cues[index - 1]?.at[language].toSeconds ?? 0,
        roomUntilSeconds: timeline.cues[index + 1]?.at[language].fromSeconds ?? timeline.frames / 30,
        pauses: heard,
      });
      expect(captions[0]?.fromSeconds, id).toBeCloseTo(at[language].fromSeconds, 3);
      for (const [place, caption] of captions.entries()) {
        const before = captions[place - 1];
        if (!before || !/[.?!]”?$/.test(before.lines.at(-1) ?? '')) continue;
        const nearest = Math.min(...heard.map(([, goesOn]) => Math.abs(goesOn - caption.fromSeconds)));
        const hurried = [before, caption].some(
          ({ lines, fromSeconds, toSeconds }) => lines.join(' ').length / (toSeconds - fromSeconds) > 16.8,
        );
        const where = `${language}, ${caption.id}: ${caption.lines.join(' / ')}`;
        expect(nearest, where).toBeLessThanOrEqual(hurried ? 0.3 : 0.1);
      }
    }
  },
);

test.each(languages)('the %s recordings stay within three megabytes', (language) => {
  const sizes = timeline.cues.map(({ id }) => statSync(recordingOf(folder, language, id)).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(3_000_000);
});

test.each(languages)('people who cannot see the film are told in %s what every cue shows', (language) => {
  for (const { id } of timeline.cues) expect(narration[language].seen?.[id], id).toBeTruthy();
  expect(Object.keys(narration[language].seen ?? {})).toEqual(timeline.cues.map(({ id }) => id));
});
