import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Option } from '#domain/course/scenario.ts';
import { clausesToTalkAbout } from '#domain/roll-call/talk.ts';
import { decide, type Quiz, startQuiz } from '#domain/scenario/quiz.ts';
import { openOptions } from '#domain/scenario/run.ts';
import { theShortCourse } from '#test/support/a-quiz-course.ts';

const pack = theShortCourse();
type Pick = (options: Option[], scenarioId: string, run: number) => Option | undefined;

/** Decides as `pick` says until the attempt has ended; `taken` are the options by scenario. */
function play(seed: string, pick: Pick) {
  const taken = new Map<string, Option[]>();
  let quiz: Quiz = startQuiz(pack, seed);
  while (quiz.current) {
    const { scenarioId, run } = quiz.current;
    const scenario = pack.scenarios[scenarioId];
    const now = quiz.runs[scenarioId]?.at(-1);
    if (!scenario || !now) throw new Error('The quiz runs a scenario of the course.');
    const options = openOptions(scenario, now);
    const option = pick(options, scenarioId, run) ?? (options[0] as Option);
    const next = decide(pack, quiz, { scenarioId, run, decisionId: now.decisionId ?? '', optionId: option.id });
    if (!next) throw new Error('An open option can be taken.');
    taken.set(scenarioId, [...(taken.get(scenarioId) ?? []), option]);
    quiz = next;
  }
  return { quiz, taken };
}
const having = (options: Option[], verdict: string) => options.find((option) => option.verdict === verdict);

describe('what a talk is about', () => {
  test('is the scenario that used up its reruns, not a fault that was mended before', () => {
    const [first = '', second = ''] = startQuiz(pack, 'seed').drawn;
    const { quiz, taken } = play('seed', (options, scenarioId, run) =>
      having(options, scenarioId === second || (scenarioId === first && run === 1) ? 'wrong' : 'right'),
    );
    expect(quiz.standing).toBe('needs-talk');
    const wrongIn = (id: string) =>
      (taken.get(id) ?? []).filter(({ verdict }) => verdict === 'wrong').flatMap(({ clauses }) => clauses);
    const about = clausesToTalkAbout(pack, quiz);
    expect(new Set(about)).toEqual(new Set(wrongIn(second)));
    expect(wrongIn(first).some((id) => !about.includes(id))).toBe(true);
  });

  test('is never nothing, and always clauses of the course in the order of the policy', () => {
    fc.assert(
      fc.property(fc.string(), fc.infiniteStream(fc.nat()), (seed, numbers) => {
        const { quiz } = play(seed, (options) => options[(numbers.next().value as number) % options.length]);
        const about = clausesToTalkAbout(pack, quiz);
        if (quiz.standing === 'needs-talk') expect(about).not.toEqual([]);
        expect(pack.course.clauses.map(({ id }) => id).filter((id) => about.includes(id))).toEqual(about);
      }),
    );
  });
});
