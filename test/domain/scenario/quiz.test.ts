import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawSlots } from '#domain/course/closed-lists.ts';
import { surelyShown, validDraws } from '#domain/scenario/draw.ts';
import { lessonsOf } from '#domain/scenario/lessons.ts';
import { attemptSeed, decide, type Quiz, type QuizDecision, replayQuiz, startQuiz } from '#domain/scenario/quiz.ts';
import { openOptions, type Run } from '#domain/scenario/run.ts';
import { theRealCourse, theShortCourse } from '#test/support/a-quiz-course.ts';

const short = theShortCourse();
const courses = [
  { name: 'the short course', pack: short },
  { name: 'the course that is taught', pack: theRealCourse() },
];
type Pack = typeof short;

/** Decides until the attempt has ended, each time as the function says. */
function playQuiz(
  pack: Pack,
  seed: string,
  pick: (options: { id: string; verdict: string }[], step: number) => string,
) {
  const made: QuizDecision[] = [];
  let quiz = startQuiz(pack, seed);
  while (quiz.current && made.length < 500) {
    const { scenarioId, run } = quiz.current;
    const scenario = pack.scenarios[scenarioId];
    const now = quiz.runs[scenarioId]?.at(-1);
    if (!scenario || !now) break;
    const decision = {
      scenarioId,
      run,
      decisionId: now.decisionId ?? '',
      optionId: pick(openOptions(scenario, now), made.length),
    };
    const next = decide(pack, quiz, decision);
    if (!next) throw new Error(`Not taken: ${JSON.stringify(decision)}`);
    made.push(decision);
    quiz = next;
  }
  return { made, quiz };
}

const withVerdict = (verdict: string) => (options: { id: string; verdict: string }[]) =>
  (options.find((option) => option.verdict === verdict) ?? options[0])?.id ?? '';
const runsOf = (quiz: Quiz): Run[] => Object.values(quiz.runs).flat();

describe.each(courses)('an attempt at $name', ({ pack }) => {
  const tested = pack.course.clauses.filter((clause) => clause.tested).map((clause) => clause.id);

  test('is drawn so that every tested clause is met, one scenario of each kind', () => {
    const draws = validDraws(pack);
    expect(draws.length).toBeGreaterThan(0);
    for (const draw of draws) {
      drawSlots.forEach((slot, at) => {
        expect(pack.course.draw[slot]).toContain(draw[at]);
      });
      expect(draw.flatMap((id) => surelyShown(pack.scenarios[id]))).toEqual(expect.arrayContaining(tested));
    }
  });

  test('is passed by an officer who decides by the record, in one run of each scenario', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const { quiz } = playQuiz(pack, seed, withVerdict('right'));
        expect(quiz.standing).toBe('passed');
        expect(runsOf(quiz).length).toBe(drawSlots.length);
        expect(lessonsOf(pack, quiz)).toMatchObject({ again: [], right: expect.arrayContaining(tested) });
      }),
    );
  });

  test('ends in a talk, not in a failure, when the first scenario went wrong three times', () => {
    const { quiz } = playQuiz(pack, 'seed', withVerdict('wrong'));
    expect(quiz.standing).toBe('needs-talk');
    expect(runsOf(quiz).length).toBe(pack.course.passRule.reruns + 1);
    expect(lessonsOf(pack, quiz).again.length).toBeGreaterThan(0);
  });

  test('ends however it is played, after at most one run and the reruns of each scenario', () => {
    const most = (pack.course.passRule.reruns + 1) * drawSlots.length;
    fc.assert(
      fc.property(fc.string(), fc.infiniteStream(fc.nat(20)), (seed, picks) => {
        const { quiz } = playQuiz(pack, seed, (options) => options[picks.next().value % options.length]?.id ?? '');
        expect(['passed', 'needs-talk']).toContain(quiz.standing);
        expect(quiz.current).toBeNull();
        expect(runsOf(quiz).length).toBeLessThanOrEqual(most);
        if (quiz.standing === 'passed') {
          const last = Object.values(quiz.runs).map((runs) => runs.at(-1) as Run);
          expect(last.flatMap((run) => run.wrong)).toEqual([]);
          expect(last.flatMap((run) => run.right)).toEqual(expect.arrayContaining(tested));
        }
      }),
    );
  });

  test('stands where its recorded decisions lead, wherever it is interrupted', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.nat(20), { minLength: 1 }), fc.nat(30), (seed, picks, cut) => {
        const { made, quiz } = playQuiz(
          pack,
          seed,
          (options, step) => options[(picks[step % picks.length] ?? 0) % options.length]?.id ?? '',
        );
        expect(replayQuiz(pack, seed, made)).toEqual(quiz);
        const half = replayQuiz(pack, seed, made.slice(0, cut)) as Quiz;
        expect(made.slice(cut).reduce<Quiz | null>((at, next) => at && decide(pack, at, next), half)).toEqual(quiz);
      }),
    );
  });

  test('is graded alike in English and in Spanish: no word of the course enters it', () => {
    const { text: _, policy: __, ...wordless } = pack;
    const { made, quiz } = playQuiz(pack, 'seed', withVerdict('right'));
    expect(replayQuiz(wordless, 'seed', made)).toEqual(quiz);
  });
});

describe('what an attempt does not take', () => {
  const quiz = startQuiz(short, 'seed');
  const first = { scenarioId: 'S1', run: 1, decisionId: 'hit', optionId: 'read' };

  test.each([
    ['a decision of another scenario', { ...first, scenarioId: 'S2' }],
    ['a decision of a later run', { ...first, run: 2 }],
    ['a decision that is not yet faced', { ...first, decisionId: 'finish', optionId: 'warn' }],
    ['an option that is not there', { ...first, optionId: 'nothing' }],
  ])('%s', (_name, made) => {
    expect(decide(short, quiz, made)).toBeNull();
    expect(decide(short, quiz, first)).not.toBeNull();
  });

  test('anything once it has ended', () => {
    const { quiz: passed } = playQuiz(short, 'seed', withVerdict('right'));
    expect(decide(short, passed, first)).toBeNull();
  });
});

test('the same officer, edition and attempt always draw the same; another attempt may not', () => {
  const seed = (attempt: number) => attemptSeed('officer-7', short.editionHash, attempt);
  expect(startQuiz(short, seed(1))).toEqual(startQuiz(short, seed(1)));
  expect(seed(1)).not.toBe(seed(2));
});

test('a scenario that was coached is not held against the officer, but is worth reading again', () => {
  const { quiz } = playQuiz(short, 'seed', withVerdict('right'));
  const coached = playQuiz(
    short,
    'seed',
    (options) =>
      (options.find((option) => option.verdict === 'coach') ?? options.find((option) => option.verdict === 'right'))
        ?.id ?? '',
  ).quiz;
  expect(coached.standing).toBe('passed');
  expect(lessonsOf(short, coached).again).toEqual(['R11']);
  expect(lessonsOf(short, quiz).again).toEqual([]);
});
