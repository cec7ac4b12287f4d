import { languages as allLanguages, type Language } from '#domain/course/closed-lists.ts';
import type { InBothLanguages } from '#domain/course/course.ts';
import type { CoursePack } from '#domain/course/pack.ts';

/** What an LMS lists a unit of cmi5 by. */
export type UnitWords = { title: string; description: string };
export type PackageWords = InBothLanguages<{ film: UnitWords; policyAndQuiz: UnitWords }>;

/** SCORM has one title for everybody: with films in both languages it is said in both. */
export const titleFor = ({ text }: CoursePack, languages: readonly Language[]): string =>
  languages.map((language) => text[language].title).join(' · ');

/** Both languages, that of the film first: an LMS that knows only one takes the first. */
export const sayInBoth = <T>(languages: readonly Language[], say: (language: Language) => T): T[] =>
  [...new Set([...languages, ...allLanguages])].map(say);
