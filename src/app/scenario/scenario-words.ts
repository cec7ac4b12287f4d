import { courseWords } from '#app/i18n/course-words.ts';
import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Facsimile, Paper, Scenario } from '#domain/course/scenario.ts';
import type { CourseText, FacsimileText, ScenarioText } from '#domain/course/text.ts';
import { slotsOfPaper, surfaceOf } from '#domain/scenario/surface.ts';

/** The words of one run in one language: `say` puts this run's people and places into a sentence of the course. */
export type ScenarioWords = {
  text: ScenarioText;
  clauses: CourseText['clauses'];
  language: Language;
  /** Who answers as dispatch in this run. */
  dispatcher: string;
  say: (message: string) => string;
  /** The facsimile behind a paper of this run, filled in. */
  sheetOf: (paper: Paper) => Sheet | undefined;
};

/** A facsimile with its words in one language, filled in. */
export type Sheet = { facsimile: Facsimile; text: FacsimileText; say: (message: string) => string };

export function sheetOf(
  { facsimiles, text }: CoursePack,
  id: string,
  slots: Record<string, string>,
  language: Language,
): Sheet | undefined {
  const facsimile = facsimiles[id];
  const words = text[language].facsimiles[id];
  return facsimile && words && { facsimile, text: words, say: (message) => courseWords(message, slots, language) };
}

export function wordsOf(pack: CoursePack, scenario: Scenario, seed: string, language: Language): ScenarioWords {
  const text = pack.text[language].scenarios[scenario.id];
  if (!text) throw new Error(`The course has no ${language} words for ${scenario.id}; check:content refuses it.`);
  const slots = surfaceOf(pack, scenario, seed, language);
  return {
    text,
    clauses: pack.text[language].clauses,
    language,
    dispatcher: slots.dispatcher ?? '',
    say: (message) => courseWords(message, slots, language),
    sheetOf: ({ facsimile, about }) => sheetOf(pack, facsimile, slotsOfPaper(slots, about), language),
  };
}
