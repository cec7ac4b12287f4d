import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { sayerOf } from '#domain/course/said.ts';
import type { Decision, Option, Scenario } from '#domain/course/scenario.ts';
import { readMessage } from '#server/course/icu-message.ts';

/** The words of one scenario for one seed, for a picture or a terminal. A word that is missing is its id. */
export function scenarioWords(pack: CoursePack, scenario: Scenario, language: Language, seed = scenario.id) {
  const text = pack.text[language].scenarios[scenario.id];
  const say = sayerOf(pack, scenario, seed, language, readMessage);
  const optionText = (decision: Decision, option: Option) => text?.decisions[decision.id]?.options[option.id];
  return {
    say,
    text,
    title: say(text?.title ?? scenario.id),
    question: (decision: Decision) => say(text?.decisions[decision.id]?.question ?? decision.id),
    option: (decision: Decision, option: Option) => say(optionText(decision, option)?.label ?? option.id),
    optionText,
    ending: (id: string) => say(text?.endings[id] ?? id),
  };
}
