import { type Language, languages } from '#domain/course/closed-lists.ts';
import type { Film } from '#domain/course/storyboard.ts';
import { remember, remembered } from '../ui/remembered.ts';

/** Captions, narration and picture are choices of their own beside the interface language, and stay on the device. */
const captionsAs = 'muster.captions';
const narrationAs = 'muster.narration';
const pictureAs = 'muster.picture';

const isLanguage = (value: string): value is Language => languages.some((each) => each === value);

/** Captions are on in the interface language until somebody chose otherwise; choosing none is remembered too. */
export function rememberedCaptions(interfaceLanguage: Language): Language[] {
  const kept = remembered(captionsAs);
  return kept === null ? [interfaceLanguage] : kept.split(',').filter(isLanguage);
}

export const rememberCaptions = (captions: Language[]): void => remember(captionsAs, captions.join(','));

/** @param voices languages in which the film is spoken here */
export function rememberedNarration(interfaceLanguage: Language, voices: readonly Language[] = languages): Language {
  const kept = remembered(narrationAs) ?? '';
  const wanted = isLanguage(kept) ? kept : interfaceLanguage;
  return voices.includes(wanted) ? wanted : (voices[0] ?? interfaceLanguage);
}

export const rememberNarration = (narration: Language): void => remember(narrationAs, narration);

/** Which rendition plays: all that a projector shows, or fewer pixels and a quarter of the data. */
export const filmPictures = ['large', 'small'] as const;
export type FilmPicture = (typeof filmPictures)[number];

/** No side of a phone is this long, in CSS pixels; tablets, desks and projectors are longer. */
const longestPhone = 1000;

/** What was chosen on this device, else by the screen: a phone gets the small picture. */
export function rememberedPicture(): FilmPicture {
  const kept = remembered(pictureAs);
  if (kept === 'large' || kept === 'small') return kept;
  return Math.max(screen.width, screen.height) < longestPhone ? 'small' : 'large';
}

export const rememberPicture = (picture: FilmPicture): void => remember(pictureAs, picture);

/** A film may have one rendition only, such as an agency's own; then it plays whatever was chosen. */
export const pictureFile = (files: Film['files'][Language], picture: FilmPicture): string =>
  (picture === 'small' && files.small) || files.video;
