import type { Language } from '#domain/course/course.ts';
import type { Studio } from './browser.ts';
import type { Finding } from './check.ts';
import type { FilmWork } from './film-making.ts';
import { tellingMoments } from './media-lock.ts';
import type { Inked } from './scenes/ink.ts';
import { frame, leastType } from './scenes/look.ts';
import { staged } from './staging.ts';

/** Normal text (WCAG 2.2, 1.4.3); large text would need less, but a projector in a lit room takes some away. */
const leastContrast = 4.5;
/** Long enough to see whether a word is coming or going. */
const soon = 0.12;

interface Worst {
  readonly value: number;
  readonly text: string;
}
const worse = (worst: Worst, value: number, text: string): Worst => (value < worst.value ? { value, text } : worst);

/** Contrast and height of every word that stands, at five moments a cue. */
export async function checkInk(studio: Studio, work: FilmWork, language: Language): Promise<Finding[]> {
  const page = await studio.openPage(frame.height);
  const inkAt = (t: number) =>
    page.evaluate((at) => {
      const { misfits } = window.stagePage.draw(at);
      return { ink: window.stagePage.ink(), misfits };
    }, t);
  let contrast: Worst = { value: 21, text: '' };
  let size: Worst = { value: frame.height, text: '' };
  const misfitting = new Set<string>();
  for (const scene of staged(work, language)) {
    await page.evaluate((what) => window.stagePage.open(what), scene);
    for (const t of tellingMoments(scene)) {
      const { ink: before } = await inkAt(t - soon);
      const { ink, misfits } = await inkAt(t);
      for (const misfit of misfits) misfitting.add(`${scene.id}: ${misfit}`);
      for (const each of standing(before, ink)) {
        contrast = worse(contrast, each.contrast, `${scene.id}: ${each.text}`);
        size = worse(size, each.size, `${scene.id}: ${each.text}`);
      }
    }
  }
  await page.close();
  const small = (size.value * 480) / frame.height;
  return [
    {
      where: language,
      what: `contrast of words (“${contrast.text}”)`,
      measured: `${contrast.value.toFixed(1)} : 1`,
      allowed: `≥ ${leastContrast} : 1`,
      isFine: contrast.value >= leastContrast,
    },
    {
      where: language,
      what: `type on 480 lines (“${size.text}”)`,
      measured: `${small.toFixed(1)} px`,
      allowed: `≥ ${(leastType.label * 480) / frame.height} px`,
      isFine: size.value >= leastType.label,
    },
    {
      where: language,
      what: `words outside their place ${[...misfitting].join(' | ')}`.trim(),
      measured: String(misfitting.size),
      allowed: '0',
      isFine: misfitting.size === 0,
    },
  ];
}

/** Words that show and neither come nor go just now. */
const standing = (before: readonly Inked[], now: readonly Inked[]): Inked[] =>
  now.filter(
    (each) => before.some(({ text, opacity }) => text === each.text && opacity === each.opacity) && each.opacity > 0,
  );
