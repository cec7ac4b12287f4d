import type { Language } from '#domain/course/closed-lists.ts';

const written = (value: number, language: Language, digits: number) =>
  value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Megabytes of a million, as upload limits of LMSs are mostly meant. */
export const inMegabytes = (bytes: number, language: Language): string => written(bytes / 1_000_000, language, 1);
export const inKilobytes = (bytes: number, language: Language): string => written(bytes / 1000, language, 0);
