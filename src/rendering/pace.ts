import { languages } from '#domain/course/closed-lists.ts';
import type { InBothLanguages } from '#domain/course/course.ts';
import type { Narration, Storyboard } from '#domain/course/storyboard.ts';
import type { CueLengths } from './timeline.ts';

/** A little below the captions' 17 characters a second, so that every caption of a cue stays readable. */
const readableCharactersASecond = 16.2;
/** Half of the silence that may be added to a scene; the rest of the difference is spoken more slowly. */
const bearableDifferenceSeconds = 1;
const slowest = 0.9;

/**
 * How fast each cue is to be spoken, 1 being the voice's own pace: slow enough for its captions to be read, and the
 * quicker language of a scene slowed (by a tenth at most) towards the other's length.
 */
export function fitPace(
  storyboard: Storyboard,
  narration: InBothLanguages<Narration>,
  natural: CueLengths,
): CueLengths {
  const speeds: InBothLanguages<Record<string, number>> = { en: {}, es: {} };
  for (const scene of storyboard.scenes) {
    const wanted: InBothLanguages<Record<string, number>> = { en: {}, es: {} };
    const total = { en: 0, es: 0 };
    for (const language of languages) {
      for (const { id } of scene.cues) {
        const readable = (narration[language].cues[id]?.length ?? 0) / readableCharactersASecond;
        const seconds = Math.max(natural[language][id] ?? 0, readable);
        wanted[language][id] = seconds;
        total[language] += seconds;
      }
    }
    for (const language of languages) {
      const other = language === 'en' ? total.es : total.en;
      const stretch = Math.max(1, (other - bearableDifferenceSeconds) / total[language]);
      for (const { id } of scene.cues) {
        const seconds = (wanted[language][id] ?? 0) * stretch;
        speeds[language][id] = Math.max(slowest, Math.min(1, (natural[language][id] ?? 0) / seconds));
      }
    }
  }
  return speeds;
}
