import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { cover, secondsIn, uncovered } from '#domain/coverage/coverage.ts';
import { decisionOf, openOptions } from '#domain/scenario/run.ts';
import { type Learning, noProgress, type Progress, quizOf } from '#recording/lms/progress.ts';
import { lineOf, longestLine, progressIn } from '#recording/lms/progress-line.ts';
import { theRealCourse, theShortCourse } from '#test/support/a-quiz-course.ts';

const courses = { short: theShortCourse(), real: theRealCourse() };
const learningIn = (pack: CoursePack, learnerId = 'q7'): Learning => ({ pack, learnerId, part: 'whole' });

/** Decisions as `pick` makes them, until it stops or the attempt has ended. */
function decisionsOf(of: Learning, attempt: number, pick: (options: number) => number | null): Progress['decisions'] {
  const decisions: Progress['decisions'] = [];
  for (;;) {
    const quiz = quizOf(of, { attempt, decisions });
    const scenario = of.pack.scenarios[quiz.current?.scenarioId ?? ''];
    const run = scenario && quiz.runs[scenario.id]?.at(-1);
    const decision = scenario && run && decisionOf(scenario, run);
    if (!quiz.current || !decision) return decisions;
    const open = openOptions(scenario, run);
    const place = pick(open.length);
    const option = place === null ? undefined : open[place];
    if (!option) return decisions;
    decisions.push({ ...quiz.current, decisionId: decision.id, optionId: option.id });
  }
}

const wholeSecond = fc
  .integer({ min: 1_600_000_000, max: 2_200_000_000 })
  .map((at) => new Date(at * 1000).toISOString());
const anyProgress = (of: Learning) =>
  fc
    .record({
      opened: fc.boolean(),
      narration: fc.constantFrom(null, ...languages),
      places: fc.array(fc.double({ min: 0, max: of.pack.film.durationSeconds, noNaN: true }), { maxLength: 80 }),
      acknowledgedAt: fc.option(wholeSecond),
      attempt: fc.integer({ min: 1, max: 40 }),
      picks: fc.array(fc.nat(), { maxLength: 120 }),
      completedAt: fc.option(wholeSecond),
    })
    .map(({ places, picks, ...rest }): Progress => {
      let next = 0;
      const pick = (options: number) => (next < picks.length ? (picks[next++] ?? 0) % options : null);
      const ordered = [...places].sort((a, b) => a - b);
      const stretches = ordered.flatMap((fromSeconds, at) =>
        at % 2 === 0 ? [{ fromSeconds, toSeconds: ordered[at + 1] ?? fromSeconds }] : [],
      );
      return { ...rest, covered: cover(...stretches), decisions: decisionsOf(of, rest.attempt, pick) };
    });

describe.each(Object.entries(courses))('progress in the %s course as one line', (_name, pack) => {
  const of = learningIn(pack);

  test('comes back as it was, and no hundredth more of the film', () => {
    fc.assert(
      fc.property(anyProgress(of), (progress) => {
        const line = lineOf(of, progress);
        expect(line).toMatch(/^[0-9a-z._]*$/);
        expect(line.length).toBeLessThanOrEqual(longestLine);
        const back = progressIn(of, line);
        const { covered, ...rest } = progress;
        expect(back).toMatchObject(rest);
        expect(secondsIn(uncovered(back?.covered ?? [], covered))).toBeLessThan(1e-6);
        expect(secondsIn(covered) - secondsIn(back?.covered ?? [])).toBeLessThanOrEqual(0.02 * covered.length + 1e-6);
        // However often it is launched, nothing more is lost.
        expect(lineOf(of, back ?? noProgress)).toBe(line);
      }),
      { numRuns: 60 },
    );
  });

  test('is short enough on the worst path: the film in splinters, every scenario run as often and as long as it can', () => {
    let longest: Progress['decisions'] = [];
    for (let attempt = 1; attempt <= 40; attempt += 1) {
      for (const worst of [0, 1, 2, 3]) {
        const made = decisionsOf(of, attempt, (options) => Math.min(worst, options - 1));
        if (made.length > longest.length) longest = made;
      }
    }
    const splinters = Array.from({ length: 4_000 }, (_, at) => ({
      fromSeconds: (at * pack.film.durationSeconds) / 4_000,
      toSeconds: ((at + 0.7) * pack.film.durationSeconds) / 4_000,
    }));
    const at = '2099-12-31T23:59:59.000Z';
    const worst = { opened: true, narration: 'es', acknowledgedAt: at, attempt: 1_000, completedAt: at } as const;
    const line = lineOf(of, { ...worst, covered: cover(...splinters), decisions: longest });
    expect(line.length).toBeLessThanOrEqual(longestLine);
    // Nothing but the splinters was cut for it.
    expect(lineOf(of, { ...worst, covered: [], decisions: longest }).length).toBeLessThan(1_000);
  });

  test('is not read for another edition, another version, or when its end was cut off', () => {
    const line = lineOf(of, { ...noProgress, opened: true });
    expect(progressIn(of, line)).not.toBeNull();
    expect(progressIn(of, line.slice(0, -1))).toBeNull();
    expect(progressIn(of, line.replace(/^1/, '2'))).toBeNull();
    expect(progressIn(learningIn({ ...pack, editionHash: 'f'.repeat(64) }), line)).toBeNull();
    for (const other of ['', 'undefined', '{"v":1}', '_________', '1_._']) expect(progressIn(of, other)).toBeNull();
  });
});

test('the answers that are read back lead where they led', () => {
  const of = learningIn(courses.real);
  const decisions = decisionsOf(of, 1, () => 0);
  const back = progressIn(of, lineOf(of, { ...noProgress, decisions }));
  expect(decisions.length).toBeGreaterThan(4);
  expect(quizOf(of, { attempt: 1, decisions: back?.decisions ?? [] })).toEqual(quizOf(of, { attempt: 1, decisions }));
});

test('a learner whom the LMS calls otherwise by now keeps film and policy, and decides anew in the scenarios drawn then', () => {
  const of = learningIn(courses.real);
  const covered = [{ fromSeconds: 0, toSeconds: 10 }];
  const line = lineOf(of, { ...noProgress, opened: true, covered, decisions: decisionsOf(of, 1, () => 0) });
  const drawn = quizOf(of, noProgress).drawn[0];
  const others = Array.from({ length: 30 }, (_, at) => learningIn(courses.real, `other-${at}`));
  const strangers = others.filter((other) => quizOf(other, noProgress).drawn[0] !== drawn);
  expect(strangers.length).toBeGreaterThan(5);
  for (const other of strangers) expect(progressIn(other, line)).toMatchObject({ covered, decisions: [] });
});
