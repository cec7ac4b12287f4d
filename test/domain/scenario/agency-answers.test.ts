import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Course } from '#domain/course/course.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { attemptSeed, decide, type Quiz, startQuiz } from '#domain/scenario/quiz.ts';
import { decisionOf, isSound, openOptions, rulingOf, verdictOn } from '#domain/scenario/run.ts';
import { pathOf } from '#server/training/path.ts';
import { theRealCourse } from '#test/support/a-quiz-course.ts';
import { byTheFile, pathsOf, variantsOf } from '#test/support/every-path.ts';
import { randomAttempt, randomFrom } from '#test/support/random-attempt.ts';

const pack = theRealCourse();
const { agencySettings } = pack.course;

/** Any agency: each setting answered in any of its ways or left open, the hour counted either way. */
const anAgency = fc.record({
  answers: fc.tuple(...agencySettings.map(({ options }) => fc.constantFrom(undefined, ...options))),
  hourStarts: fc.constantFrom<Course['hourStarts']>('business-done', 'hit'),
});

function editionOf({
  answers,
  hourStarts,
}: Pick<Course, 'hourStarts'> & { answers: (string | undefined)[] }): CoursePack {
  const settings = agencySettings.map(({ id, options }, at) => {
    const answer = answers[at];
    return answer === undefined ? { id, options } : { id, options, answer };
  });
  return { ...pack, course: { ...pack.course, hourStarts, agencySettings: settings } };
}

/** Decides as the file and the agency say, until the attempt has ended. */
function decidedByTheBook(edition: CoursePack, seed: string): Quiz {
  const ruling = rulingOf(edition.course);
  let quiz = startQuiz(edition, seed);
  while (quiz.current) {
    const scenario = edition.scenarios[quiz.current.scenarioId];
    const run = quiz.runs[quiz.current.scenarioId]?.at(-1);
    const decision = scenario && run && decisionOf(scenario, run);
    const option =
      decision &&
      openOptions(scenario, run).find((each) => ['right', 'ungraded'].includes(verdictOn(decision, each, ruling)));
    const next =
      decision && option && decide(edition, quiz, { ...quiz.current, decisionId: decision.id, optionId: option.id });
    if (!next) throw new Error(`No right option in ${quiz.current.scenarioId}.`);
    quiz = next;
  }
  return quiz;
}

describe('whatever an agency has answered, and however it counts the hour', () => {
  test('every path ends, graded as file and agency say, and a right one is there', () => {
    fc.assert(
      fc.property(anAgency, (agency) => {
        const edition = editionOf(agency);
        for (const variant of variantsOf(edition)) {
          const runs = pathsOf(variant).flatMap(({ state: { value, context } }) =>
            value === 'finished' ? [context.run] : [],
          );
          for (const run of runs) {
            const { right, wrong, stopMinutes, holdMinutes } = byTheFile(variant, run.choices);
            expect(run).toMatchObject({ stopMinutes, holdMinutes, decisionId: null });
            expect(new Set(run.right)).toEqual(right);
            expect(new Set(run.wrong)).toEqual(wrong);
          }
          expect(
            runs.some((run) => isSound(run) && run.holdMinutes <= 60),
            variant.scenario.id,
          ).toBe(true);
        }
      }),
      { numRuns: 24 },
    );
  });

  test('an officer who decides by file and agency passes, whatever is drawn', () => {
    fc.assert(
      fc.property(anAgency, fc.uuid(), (agency, officerId) => {
        const edition = editionOf(agency);
        const quiz = decidedByTheBook(edition, attemptSeed(officerId, edition.editionHash, 1));
        expect(quiz.standing).toBe('passed');
        expect(Object.values(quiz.runs).flat()).toHaveLength(quiz.drawn.length);
      }),
    );
  });

  test('browser and server grade alike', () => {
    fc.assert(
      fc.property(anAgency, fc.nat(), (agency, number) => {
        const edition = editionOf(agency);
        const browser = randomAttempt(edition, 'officer', 1, randomFrom(number), () => 'id');
        const record = browser.sent.map((text) => ({ ...JSON.parse(text), decidedAt: '' }));
        const path = pathOf(JSON.parse(JSON.stringify(edition)), 'officer', record);
        const graded = path.map(({ verdict, stopMinutes, holdMinutes }) => ({ verdict, stopMinutes, holdMinutes }));
        const shown = browser.shown.map(({ verdict, stopMinutes, holdMinutes }) => ({
          verdict,
          stopMinutes,
          holdMinutes,
        }));
        expect(isDeepStrictEqual(graded, shown)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

test('the course leaves to the agency what the seed does not rule, and each setting is asked somewhere', () => {
  const asked = Object.values(pack.scenarios).flatMap(({ decisions }) =>
    decisions.flatMap(({ agency }) => agency ?? []),
  );
  expect(new Set(asked)).toEqual(new Set(agencySettings.map(({ id }) => id)));
});
