import { createInterface } from 'node:readline';
import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Decision, Option, Scenario } from '#domain/course/scenario.ts';
import { explanationsOf } from '#domain/scenario/explanation.ts';
import { choose, decisionOf, openOptions, type Run, rulingOf, startRun } from '#domain/scenario/run.ts';
import { shuffleBySeed } from '#domain/scenario/seed.ts';
import { tellerOf } from './told.ts';

type Playing = { pack: CoursePack; scenario: Scenario; seed: string; language: Language };

/**
 * Plays one run with whoever types: the same engine, order of options, papers and words as the screen.
 * @returns 0 at the end or when the player leaves with q, 1 when the input ends before
 */
export async function play({ pack, scenario, seed, language }: Playing, print: (line: string) => void): Promise<0 | 1> {
  const ruling = rulingOf(pack.course);
  const teller = tellerOf(pack, scenario, seed, language);
  const tell = (lines: readonly string[]) => print(lines.join('\n'));
  const typed = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const seen = new Set<string>();
  let run: Run = startRun(scenario, seed);

  tell([...teller.opening(), '', teller.clocks(run)]);
  for (let decision = decisionOf(scenario, run); decision; decision = decisionOf(scenario, run)) {
    const options = shuffleBySeed(openOptions(scenario, run), seed, decision.id);
    tell(teller.question(decision, namesOf(decision, options), seen));
    for (const id of decision.papers) seen.add(id);
    const option = await chosenFrom(options);
    if (option === 'left') return 0;
    if (option === 'ended') {
      print('\nThe input ended before the scenario did.');
      return 1;
    }
    run = choose(scenario, run, { decisionId: decision.id, optionId: option.id }, ruling) ?? run;
    const explained = explanationsOf(scenario, run, ruling).at(-1);
    tell([...(explained ? teller.explanation(explained) : []), teller.clocks(run)]);
  }
  tell([...teller.ending(run), `Played with --seed ${seed}`]);
  return 0;

  function namesOf(decision: Decision, options: readonly Option[]) {
    return options.map((option) => teller.option(decision, option));
  }

  async function chosenFrom(options: readonly Option[]): Promise<Option | 'left' | 'ended'> {
    for (;;) {
      print(`Your choice, 1 to ${options.length}, or q to leave:`);
      const { done, value } = await typed.next();
      if (done) return 'ended';
      const answer = String(value).trim();
      if (answer === 'q') return 'left';
      const option = /^\d+$/.test(answer) ? options[Number(answer) - 1] : undefined;
      if (option) return option;
      print(`“${answer}” is none of them.`);
    }
  }
}
