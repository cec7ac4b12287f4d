import type { Page } from 'playwright-core';
import { courseWords } from '#app/i18n/course-words.ts';
import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Scenario } from '#domain/course/scenario.ts';
import { explanationsOf, papersOf } from '#domain/scenario/explanation.ts';
import { choose, decisionOf, openOptions, type Run, rulingOf, startRun, verdictOn } from '#domain/scenario/run.ts';
import { shuffleBySeed } from '#domain/scenario/seed.ts';
import { slotsOfPaper, surfaceOf } from '#domain/scenario/surface.ts';

/** The details that the page has put into its address. */
export const seedIn = (page: Page): string => new URL(page.url()).searchParams.get('seed') ?? '';

/** One practised run beside the page: what it must say at each place, and where each choice leads. */
export function practiceWalk(pack: CoursePack, scenario: Scenario, seed: string, language: Language) {
  const text = pack.text[language].scenarios[scenario.id];
  if (!text) throw new Error(`No ${language} words for ${scenario.id}.`);
  const ruling = rulingOf(pack.course);
  const slots = surfaceOf(pack, scenario, seed, language);
  const say = (message = '') => courseWords(message, slots, language);
  let run: Run = startRun(scenario, seed);

  const papersInView = (isExplaining: boolean) =>
    papersOf(scenario, run, explanationsOf(scenario, run, ruling), isExplaining).inView.map(({ paper }) => {
      const words = pack.text[language].facsimiles[paper.facsimile];
      return courseWords(words?.title ?? '', slotsOfPaper(slots, paper.about), language);
    });

  return {
    title: say(text.title),
    setting: say(text.setting),
    situation: say(text.situation),
    papersInView,
    isOver: () => run.endingId !== null,
    faults: () => explanationsOf(scenario, run, ruling).filter(({ verdict }) => verdict === 'wrong').length,
    /** The question faced, its options in the order of the page, and the first with the wanted verdict. */
    question(wanted: 'right' | 'wrong' | 'coach') {
      const decision = decisionOf(scenario, run);
      if (!decision) throw new Error(`${scenario.id} asks nothing more.`);
      const words = text.decisions[decision.id];
      const options = shuffleBySeed(openOptions(scenario, run), seed, decision.id);
      const has = (verdict: string) => options.find((option) => verdictOn(decision, option, ruling) === verdict);
      const option = has(wanted) ?? has('right') ?? has('ungraded') ?? options[0];
      const labels = options.map(({ id }) => say(words?.options[id]?.label));
      return {
        asks: say(words?.question),
        labels,
        label: say(words?.options[option?.id ?? '']?.label),
        /** Takes it. @returns what the page must explain */
        take() {
          const next = option && choose(scenario, run, { decisionId: decision.id, optionId: option.id }, ruling);
          if (!next) throw new Error(`${scenario.id} does not take ${option?.id}.`);
          run = next;
          const explained = explanationsOf(scenario, run, ruling).at(-1);
          const said = words?.options[option.id];
          return {
            verdict: explained?.verdict ?? 'ungraded',
            consequence: say(said?.consequence),
            ending: run.endingId === null ? null : say(text.endings[run.endingId]),
            why: say(said?.why),
            clauses: [...new Set([...option.clauses, ...(explained?.broke ?? [])])],
          };
        },
      };
    },
  };
}
