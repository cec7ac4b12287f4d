import { languages } from '#domain/course/closed-lists.ts';
import type { InBothLanguages, Language } from '#domain/course/course.ts';
import type { Narration, Storyboard } from '#domain/course/storyboard.ts';
import { type CueLengths, pauses } from './timeline.ts';

/** A little below the captions' 17 characters a second, so that every caption of a cue stays readable. */
const readableCharactersASecond = 16.6;
/** Half of the silence that may be added to a scene; the rest of the difference is a matter of pace. */
const bearableDifferenceSeconds = 1;
const slowest = 0.9;
/** A listener hears no hurry yet; a film that waits for its slower language is a longer film for everybody. */
const quickest = 1.08;

/**
 * How fast each cue is to be spoken, 1 being the voice's own pace: slow enough for its captions to be read (those of the
 * other language, too, which may use the pause behind the cue), and both
 * languages of a scene brought near each other, the longer one quickened and the shorter one slowed a little.
 */
export function fitPace(
  storyboard: Storyboard,
  narration: InBothLanguages<Narration>,
  natural: CueLengths,
): CueLengths {
  const speeds: InBothLanguages<Record<string, number>> = { en: {}, es: {} };
  for (const scene of storyboard.scenes) {
    const cues = (language: Language) =>
      scene.cues.map(({ id }) => {
        const own = natural[language][id] ?? 0;
        const translated =
          (narration[language === 'en' ? 'es' : 'en'].cues[id]?.length ?? 0) / readableCharactersASecond;
        const readable = Math.max(
          (narration[language].cues[id]?.length ?? 0) / readableCharactersASecond,
          translated - pauses.between,
        );
        return { id, own, readable, wanted: Math.max(own, readable), least: Math.max(own / quickest, readable) };
      });
    const of = { en: cues('en'), es: cues('es') };
    const sum = (language: Language, what: 'wanted' | 'least') => of[language].reduce((all, cue) => all + cue[what], 0);
    // As short as the shorter language, unless the longer one cannot be spoken in that time.
    const goal = Math.max(Math.min(sum('en', 'wanted'), sum('es', 'wanted')), sum('en', 'least'), sum('es', 'least'));
    for (const language of languages) {
      const total = sum(language, 'wanted');
      const ratio = total > goal ? goal / total : Math.max(1, (goal - bearableDifferenceSeconds) / total);
      for (const { id, own, readable, wanted } of of[language])
        speeds[language][id] = Math.max(slowest, Math.min(quickest, own / Math.max(wanted * ratio, readable)));
    }
  }
  return speeds;
}

/** Between two sentences, whatever the voice leaves there by itself: some voices run them together. */
export const sentenceRoomSeconds = { least: 0.32, most: 0.55 };

/**
 * Seconds of room between the sentences of each cue: the language that is done sooner in a scene takes more time between
 * its sentences, which a listener has use for, rather than silence at the end.
 *
 * @param spoken length of each cue with the least room
 * @param gaps how often a cue passes from one sentence to the next; 0 where a recording is kept as it is
 */
export function fitRoom(
  storyboard: Storyboard,
  spoken: CueLengths,
  gaps: InBothLanguages<Readonly<Record<string, number>>>,
): InBothLanguages<Record<string, number>> {
  const rooms: InBothLanguages<Record<string, number>> = { en: {}, es: {} };
  const { least, most } = sentenceRoomSeconds;
  for (const { cues } of storyboard.scenes) {
    const sum = (of: Readonly<Record<string, number>>) => cues.reduce((all, { id }) => all + (of[id] ?? 0), 0);
    for (const language of languages) {
      const missing = sum(spoken[language === 'en' ? 'es' : 'en']) - sum(spoken[language]);
      const more = Math.max(0, missing) / Math.max(1, sum(gaps[language]));
      for (const { id } of cues) rooms[language][id] = Math.min(most, least + more);
    }
  }
  return rooms;
}
