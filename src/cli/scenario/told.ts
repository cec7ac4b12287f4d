import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Decision, Scenario } from '#domain/course/scenario.ts';
import type { Exchange } from '#domain/course/text.ts';
import type { Explained } from '#domain/scenario/explanation.ts';
import { holdLimitMinutes, type Run } from '#domain/scenario/run.ts';
import { slotsOfPaper, surfaceOf } from '#domain/scenario/surface.ts';
import { scenarioWords } from './words.ts';

const verdictWord = {
  right: '✓ Right',
  wrong: '✕ Wrong',
  coach: '↺ Not wrong, not enough: choose again',
  ungraded: '? Your agency decides; not graded',
};

/** What a player reads at each step, as lines of a terminal. */
export function tellerOf(pack: CoursePack, scenario: Scenario, seed: string, language: Language) {
  const words = scenarioWords(pack, scenario, language, seed);
  const slots = surfaceOf(pack, scenario, seed, language);
  const { say, text } = words;
  const heard = (radio: Exchange | undefined) => (radio ?? []).map((line) => `  ${line.who}: ${say(line.says)}`);

  const paper = (id: string): string[] => {
    const shown = scenario.papers.find((each) => each.id === id);
    const facsimile = pack.facsimiles[shown?.facsimile ?? ''];
    const sheet = pack.text[language].facsimiles[shown?.facsimile ?? ''];
    if (!shown || !facsimile || !sheet) return [];
    const about = slotsOfPaper(slots, shown.about);
    const lines = facsimile.fields.map((field) => {
      const line = sheet.fields[field.id];
      return `  | ${say(line?.label ?? field.id, about)}: ${say(line?.says ?? '', about)}`;
    });
    return ['', `  | ${say(sheet.title, about)}`, ...lines];
  };

  return {
    opening: () => [words.title, '', say(text?.setting ?? ''), say(text?.situation ?? '')],
    question: (decision: Decision, options: readonly string[], seen: ReadonlySet<string>) => [
      ...decision.papers.filter((id) => !seen.has(id)).flatMap(paper),
      '',
      ...heard(text?.decisions[decision.id]?.radio),
      words.question(decision),
      ...options.map((option, index) => `  ${index + 1}  ${option}`),
    ],
    explanation({ decision, option, verdict, broke, heldOnCivil, overTheHour, idle }: Explained) {
      const said = words.optionText(decision, option);
      const clauses = broke.length > 0 ? broke : option.clauses;
      return [
        '',
        ...heard(said?.radio),
        say(said?.consequence ?? ''),
        `${verdictWord[verdict]} [${clauses.join(' ')}]`,
        say(said?.why ?? ''),
        ...(heldOnCivil ? ['Held although the basis was known to be civil (R1, R7).'] : []),
        ...(idle ? ['The stop was drawn out without business of its own.'] : []),
        ...(overTheHour ? ['The hour for finding out is over (R10).'] : []),
      ];
    },
    clocks: ({ stopMinutes, holdMinutes, basis }: Run) =>
      `Clocks: stop ${stopMinutes} min, hold ${holdMinutes} of ${holdLimitMinutes} min, basis ${basis}`,
    ending: (run: Run) => [
      '',
      words.ending(run.endingId ?? ''),
      run.wrong.length === 0 ? 'Sound: nothing was decided wrongly.' : `To read again: ${run.wrong.join(' ')}`,
    ],
    option: words.option,
  };
}
