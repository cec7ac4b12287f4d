import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { staged } from '#rendering/draw.ts';
import { measureRecordings, readFilmSources } from '#rendering/film-sources.ts';
import { look } from '#rendering/scenes/look.ts';
import { drawingNames, Stage } from '#rendering/scenes/stage.tsx';
import { layOut } from '#rendering/timeline.ts';

const folder = 'content/civil-criminal-warrants/video';
const read = readFilmSources(folder);
if (!read.ok) throw new Error(JSON.stringify(read.error));
const { storyboard, narration } = read.value;
const laidOut = layOut(storyboard, measureRecordings(folder, storyboard));
if (!laidOut.ok) throw new Error(JSON.stringify(laidOut.error));
const timeline = laidOut.value;

test.each(['en', 'es'] as const)(
  'every second of the %s film has its words, large enough for the back row',
  (language) => {
    for (const [index, scene] of staged(timeline, narration, language).entries()) {
      expect(drawingNames).toContain(scene.drawing);
      const shown = new Set<string>();
      const { fromFrame, toFrame } = timeline.scenes[index] ?? { fromFrame: 0, toFrame: 0 };
      for (let t = 0; t < (toFrame - fromFrame) / 30; t += 1) {
        const markup = renderToStaticMarkup(<Stage scene={scene} t={t} />);
        for (const [, size] of markup.matchAll(/font-size:(\d+)px/g)) expect(Number(size)).toBeGreaterThanOrEqual(24);
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
  const [scene] = staged(timeline, narration, 'en');
  if (!scene) throw new Error('no scene');
  const draw = (t: number) => renderToStaticMarkup(<Stage scene={scene} t={t} />);
  expect(draw(3)).toBe(draw(3));
  expect(draw(21)).toBe(draw(21.5));
  expect(draw(3)).not.toBe(draw(21));
});

test.each([
  ['text', look.text, look.panel],
  ['quiet text', look.quiet, look.panel],
  ['brass', look.brass, look.panel],
  ['civil', look.civil, look.panel],
  ['criminal', look.criminal, look.panel],
  ['quiet text on the screen', look.quiet, look.screen],
  ['ink where a line is lit', look.ink, look.lit],
  ['quiet ink where a line is lit', look.quietInk, look.lit],
  ['civil on paper', look.civilInk, look.paper],
  ['criminal on paper', look.criminalInk, look.paper],
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
