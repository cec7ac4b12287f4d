import { describe, expect, test } from 'vitest';
import { languages } from '#domain/course/closed-lists.ts';
import { theRealCourse } from '#test/support/a-quiz-course.ts';
import { problemsWith } from '#test/support/broken-course/overlay.ts';

const { text } = theRealCourse();

describe('what residents are told', () => {
  test.each([
    ['en', /this training policy/i, /immigration lawyer/],
    ['es', /esta política de capacitación/i, /abogado de inmigración/],
  ] as const)('every answer that rests on a rule is the policy’s word, not ours (%s)', (language, policy, lawyer) => {
    const { questions, notAdvice, lawyer: seeOne } = text[language].community;
    for (const { id, clauses, answer } of questions.list) {
      if (clauses.length > 0) expect(answer.join(' '), id).toMatch(policy);
    }
    // Where the policy says nothing, a lawyer is the one to ask (domain 7).
    for (const id of ['status', 'witness', 'ice', 'help']) {
      expect(questions.list.find((each) => each.id === id)?.answer.join(' '), id).toMatch(lawyer);
    }
    expect(seeOne).toMatch(lawyer);
    expect(notAdvice).toMatch(/not legal advice|no es asesoramiento legal/);
  });

  test.each(languages)('answers are short, and the hour is a limit and never a permission (%s)', (language) => {
    const { list } = text[language].community.questions;
    for (const { id, answer } of list) expect(answer.join(' ').split(/\s+/).length, id).toBeLessThanOrEqual(120);
    const hold = list.find((each) => each.id === 'hold')?.answer.join(' ') ?? '';
    expect(hold).toMatch(/not time that officers are given|No es un tiempo que se le conceda/);
    expect(hold).toMatch(/may allow less|permita menos/);
  });

  test('no telephone number, no address and no organization is made up', () => {
    for (const language of languages) {
      const said = JSON.stringify(text[language].community);
      expect(said.match(/\d{3,}/g)?.filter((number) => !['911', '2019'].includes(number)) ?? []).toEqual([]);
      expect(said).not.toMatch(/https?:|www\.|@/);
    }
  });
});

describe('a course whose answers do not hold is refused', () => {
  const found = (language: 'en' | 'es', at: string, to: unknown) =>
    problemsWith([{ file: `text/${language}.json`, at: `community.${at}`, to }]).map(
      ({ code, file, path }) => `${code} ${file} ${path}`,
    );
  const list = 'community.questions.list';

  test('a rule that the course lacks, or that the policy on the page does not state', () => {
    expect(found('en', 'questions.list.0.clauses', ['R99'])).toContain(
      `reference.clause text/en.json ${list}.difference`,
    );
    expect(
      problemsWith([{ file: 'policy/es.md', text: (policy) => policy.replace('[R5] ', '') }]).map(
        ({ code, file, path }) => `${code} ${file} ${path}`,
      ),
    ).toContain('clause.not-in-policy policy/es.md R5');
  });

  test('an answer that one language lacks, gives twice, or rests on another rule', () => {
    expect(found('es', 'questions.list.1.id', 'otra')).toContain(`language.missing text/es.json ${list}`);
    expect(found('es', 'questions.list.0.clauses', ['R8'])).toContain(`language.missing text/es.json ${list}`);
    expect(found('en', 'questions.list.1.id', 'difference')).toContain(`reference.id text/en.json ${list}`);
  });

  test('a contact in one language only', () => {
    expect(found('en', 'questions.complain.contact', 'Ask at the front desk.')).toContain(
      'language.missing text/es.json community.questions.complain.contact',
    );
  });
});
