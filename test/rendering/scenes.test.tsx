import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { mostFrozenSeconds } from '#rendering/check-pictures.ts';
import { measureRecordings, readFilmSources } from '#rendering/film-sources.ts';
import { leastType, look } from '#rendering/scenes/look.ts';
import { when } from '#rendering/scenes/moment.ts';
import { Poster } from '#rendering/scenes/poster.tsx';
import { drawingNames, Stage, type StagedScene } from '#rendering/scenes/stage.tsx';
import { posterWords, staged } from '#rendering/staging.ts';
import { layOut } from '#rendering/timeline.ts';
import { readPauses } from '#rendering/voice-pauses.ts';

const folder = 'content/civil-criminal-warrants/video';
const read = readFilmSources(folder);
if (!read.ok) throw new Error(JSON.stringify(read.error));
const { storyboard, narration } = read.value;
const laidOut = layOut(storyboard, measureRecordings(folder, storyboard));
if (!laidOut.ok) throw new Error(JSON.stringify(laidOut.error));
const timeline = laidOut.value;
const staging = { timeline, narration, heard: readPauses(folder) };
const drawn = (scene: StagedScene, t: number) => renderToStaticMarkup(<Stage scene={scene} t={t} />);
const lengthOf = (index: number) => {
  const { fromFrame = 0, toFrame = 0 } = timeline.scenes[index] ?? {};
  return (toFrame - fromFrame) / 30;
};

test.each(['en', 'es'] as const)(
  'every word of the %s pictures is shown, large enough for the back row and for a phone',
  (language) => {
    for (const [index, scene] of staged(staging, language).entries()) {
      expect(drawingNames).toContain(scene.drawing);
      const shown = new Set<string>();
      for (let t = 0; t < lengthOf(index); t += 1) {
        const markup = drawn(scene, t);
        for (const [, size] of markup.matchAll(/font-size[:=]"?(\d+)/g))
          expect(Number(size), scene.id).toBeGreaterThanOrEqual(leastType.label);
        // A drawing that asks for a word which the narration lacks shows its key in brackets.
        expect(markup).not.toMatch(/\[[a-zA-Z0-9-]+\]/);
        for (const [key, text] of Object.entries(scene.words)) if (markup.includes(escaped(text))) shown.add(key);
      }
      expect(
        Object.keys(scene.words).filter((key) => !shown.has(key)),
        `${scene.drawing} never shows`,
      ).toEqual([]);
    }
  },
);

test('a moment drawn twice is the same picture, so that frames may be reused', () => {
  const [scene] = staged(staging, 'en');
  if (!scene) throw new Error('no scene');
  expect(drawn(scene, 3)).toBe(drawn(scene, 3));
  expect(drawn(scene, 3)).not.toBe(drawn(scene, 21));
});

test.each(['en', 'es'] as const)('while the %s voice speaks, no picture stands still for long', (language) => {
  const step = 0.25;
  for (const [index, scene] of staged(staging, language).entries()) {
    let [before, since] = ['', 0];
    for (let t = 0; t < lengthOf(index); t += step) {
      const markup = drawn(scene, t);
      const isSpoken = scene.cues.some(({ fromSeconds, toSeconds }) => t >= fromSeconds && t <= toSeconds);
      if (markup !== before || !isSpoken) [before, since] = [markup, t];
      const cue = scene.cues.findLast(({ fromSeconds }) => t >= fromSeconds)?.id;
      expect(t - since, `${cue} stands still from ${since} s of its scene`).toBeLessThanOrEqual(
        mostFrozenSeconds - step,
      );
    }
  }
});

test('a picture waits for its sentence while the voice pauses', () => {
  const cue = { fromSeconds: 10, toSeconds: 20, pauses: [[12, 14] as const] };
  const moment = { t: 0, words: {}, cues: { cue } };
  const at = [0, 0.125, 0.25, 0.375, 1].map((share) => when(moment, 'cue', share));
  expect(at).toEqual([10, 11, 12, 15, 20]);
  expect(when({ ...moment, cues: { cue: { ...cue, pauses: [] } } }, 'cue', 0.5)).toBe(15);
});

test('civil stands at the left and criminal at the right wherever the two are shown together', () => {
  const scene = staged(staging, 'en').find(({ id }) => id === 'criminal');
  const both = scene?.cues.find(({ id }) => id === 'both-papers');
  if (!scene || !both) throw new Error('no such cue');
  const markup = drawn(scene, (both.fromSeconds + both.toSeconds) / 2);
  expect(markup.indexOf('>CIVIL<')).toBeGreaterThan(-1);
  const leftOf = (word: string) =>
    Number([...markup.slice(0, markup.indexOf(`>${word}<`)).matchAll(/left:(\d+)px;top:104px/g)].at(-1)?.[1]);
  expect(leftOf('CIVIL')).toBeLessThan(leftOf('CRIMINAL'));
});

test('the film opens on a picture, and the lens leaves the speaker’s name free', () => {
  const [scene] = staged(staging, 'en');
  if (!scene) throw new Error('no scene');
  expect(drawn(scene, 0)).not.toContain('opacity:0');
  const underHeader = 84;
  for (let t = 0; t < lengthOf(0); t += 0.1)
    for (const [, cy, r] of drawn(scene, t).matchAll(/<circle cx="[\d.]+" cy="([\d.]+)" r="(\d+)" fill="none"/g))
      expect(Number(cy) - Number(r), `at ${t.toFixed(1)} s`).toBeGreaterThan(underHeader);
});

test.each(['en', 'es'] as const)('the %s poster says what the film is, over two sheets that are marked', (language) => {
  const title = language === 'en' ? 'Civil or criminal? Reading a warrant' : 'Cómo leer una orden';
  const { why, criminal } = narration[language].scenes;
  const markup = renderToStaticMarkup(<Poster {...posterWords(staging, language, title)} />);
  for (const part of title.split(/(?<=\?) /)) expect(markup).toContain(`>${part}<`);
  for (const text of [`${why?.words.sample} · 5 min`, why?.words.basedOn, why?.words.notAdvice])
    expect(markup).toContain(escaped(text ?? 'missing'));
  const [marks, sheets] = [criminal?.words.mark ?? 'missing', 2];
  // Across each sheet, faintly, and in words at its foot.
  expect(markup.split(`>${marks}<`)).toHaveLength(1 + 2 * sheets);
});

test.each([
  ['text', look.text, look.panel],
  ['quiet text', look.quiet, look.panel],
  ['brass', look.brass, look.panel],
  ['civil', look.civil, look.panel],
  ['criminal', look.criminal, look.panel],
  ['cannot tell', look.unsure, look.panel],
  ['quiet text on the screen', look.quiet, look.screen],
  ['ink where a line is lit', look.ink, look.lit],
  ['quiet ink where a line is lit', look.quietInk, look.lit],
  ['civil on paper', look.civilInk, look.paper],
  ['criminal on paper', look.criminalInk, look.paper],
  ['cannot tell on paper', look.unsureInk, look.paper],
])('%s stands out from its ground by 4.5 to 1', (_, text, ground) => {
  const [light, dark] = [luminance(text), luminance(ground)].sort((a, b) => b - a) as [number, number];
  expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5);
});

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#x27;');
