import { courseWords } from '#app/i18n/course-words.ts';
import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Scenario } from '#domain/course/scenario.ts';
import type { CourseText, ScenarioText } from '#domain/course/text.ts';
import { surfaceOf } from '#domain/scenario/surface.ts';

/** The words of one run in one language: `say` puts this run's people and places into a sentence of the course. */
export type ScenarioWords = {
  text: ScenarioText;
  clauses: CourseText['clauses'];
  language: Language;
  say: (message: string) => string;
};

export function wordsOf(pack: CoursePack, scenario: Scenario, seed: string, language: Language): ScenarioWords {
  const text = pack.text[language].scenarios[scenario.id];
  if (!text) throw new Error(`The course has no ${language} words for ${scenario.id}; check:content refuses it.`);
  const slots = surfaceOf(scenario, text, seed);
  return {
    text,
    clauses: pack.text[language].clauses,
    language,
    say: (message) => courseWords(message, slots, language),
  };
}
