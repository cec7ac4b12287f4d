import { describe, expect, test } from 'vitest';
import { breakages } from '#test/support/broken-course/breakages.ts';
import { problemsWith } from '#test/support/broken-course/overlay.ts';

describe('a course that breaks a rule is refused, with the place', () => {
  test('nothing is wrong with the course before it is broken', () => {
    expect(problemsWith([])).toEqual([]);
  });

  test.each(Object.entries(breakages))('%s', (code, { overlays, file, path }) => {
    const problems = problemsWith(overlays);
    expect(problems).toContainEqual({ code, file, path, reason: expect.stringMatching(/\S/) });
  });
});

describe('faults that hide', () => {
  const codes = (problems: ReturnType<typeof problemsWith>) => [...new Set(problems.map((problem) => problem.code))];

  test('a decision that waits for the agency to rule does not count as testing a clause', () => {
    const problems = problemsWith([
      {
        file: 'course.json',
        at: 'agencySettings',
        to: [{ id: 'first-question', options: ['statement', 'ask-status'] }],
      },
      { file: 'scenarios/S7.json', at: 'decisions.0.agency', to: 'first-question' },
      { file: 'text/en.json', at: 'agencySettings', to: { 'first-question': { question: 'What first?' } } },
      { file: 'text/es.json', at: 'agencySettings', to: { 'first-question': { question: '¿Qué primero?' } } },
    ]);
    expect(codes(problems)).toEqual(['clause.not-drawn', 'draw.scenario-unused']);
    expect(problems[0]?.reason).toContain('R13');
  });

  test('a clause that one of two right ways leaves out is not surely met', () => {
    const besides = { id: 'wait-and-read', verdict: 'right', clauses: ['R8'], next: 'released' };
    const problems = problemsWith([{ file: 'scenarios/S4.json', at: 'decisions.0.options.2', to: besides }]);
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'clause.not-drawn', reason: expect.stringContaining('R9') }),
    );
  });

  test('coached minutes count toward the hour of the right path', () => {
    const problems = problemsWith([{ file: 'scenarios/S2.json', at: 'decisions.0.options.1.holdMinutes', to: 49 }]);
    expect(codes(problems)).toContain('path.hold-over-limit');
  });

  test('a straight apostrophe is refused, since ICU would show {driver} as written', () => {
    const problems = problemsWith([{ file: 'text/en/S1.json', at: 'endings.on-their-way', to: "It's '{driver}'." }]);
    expect(codes(problems)).toContain('language.message');
  });

  test('a sentence in which Spanish leaves the driver out is noticed', () => {
    const problems = problemsWith([
      { file: 'text/es/S1.json', at: 'endings.on-their-way', to: 'Se fue con una advertencia.' },
    ]);
    expect(codes(problems)).toEqual(['language.arguments']);
  });

  test('every problem is told at once, not only the first', () => {
    const problems = problemsWith([
      { file: 'course.json', at: 'windowDays', to: 0 },
      { file: 'scenarios/S4.json', text: () => undefined },
      { file: 'text/es.json', text: (text) => text.slice(0, -10) },
    ]);
    expect(problems.map((problem) => problem.file)).toEqual(expect.arrayContaining(['course.json', 'text/es.json']));
  });
});
