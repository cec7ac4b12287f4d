import { type Language, languages } from '#domain/course/closed-lists.ts';
import type { Film } from '#domain/course/storyboard.ts';

/** Captions, narration and picture are choices of their own beside the interface language, and stay on the device. */
const captionsAs = 'muster.captions';
const narrationAs = 'muster.narration';
const pictureAs = 'muster.picture';

const isLanguage = (value: string): value is Language => languages.some((each) => each === value);

/** Captions are on in the interface language until somebody chose otherwise; choosing none is remembered too. */
export function rememberedCaptions(interfaceLanguage: Language): Language[] {
  const kept = localStorage.getItem(captionsAs);
  return kept === null ? [interfaceLanguage] : kept.split(',').filter(isLanguage);
}

export const rememberCaptions = (captions: Language[]): void => localStorage.setItem(captionsAs, captions.join(','));

export function rememberedNarration(interfaceLanguage: Language): Language {
  const kept = localStorage.getItem(narrationAs) ?? '';
  return isLanguage(kept) ? kept : interfaceLanguage;
}

export const rememberNarration = (narration: Language): void => localStorage.setItem(narrationAs, narration);

/** Which rendition plays: all that a projector shows, or fewer pixels and a quarter of the data. */
export const filmPictures = ['large', 'small'] as const;
export type FilmPicture = (typeof filmPictures)[number];

/** No side of a phone is this long, in CSS pixels; tablets, desks and projectors are longer. */
const longestPhone = 1000;

/** What was chosen on this device, else by the screen: a phone gets the small picture. */
export function rememberedPicture(): FilmPicture {
  const kept = localStorage.getItem(pictureAs);
  if (kept === 'large' || kept === 'small') return kept;
  return Math.max(screen.width, screen.height) < longestPhone ? 'small' : 'large';
}

export const rememberPicture = (picture: FilmPicture): void => localStorage.setItem(pictureAs, picture);

/** A film may have one rendition only, such as an agency's own; then it plays whatever was chosen. */
export const pictureFile = (files: Film['files'][Language], picture: FilmPicture): string =>
  (picture === 'small' && files.small) || files.video;
