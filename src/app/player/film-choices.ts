import { type Language, languages } from '#domain/course/closed-lists.ts';

/** Caption and narration language are choices of their own beside the interface language, and stay on the device. */
const captionsAs = 'muster.captions';
const narrationAs = 'muster.narration';

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
