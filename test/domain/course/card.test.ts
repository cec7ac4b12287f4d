import { describe, expect, test } from 'vitest';
import { cardWays, placeAfter } from '#domain/course/card-place.ts';
import { languages } from '#domain/course/closed-lists.ts';
import { theRealCourse } from '#test/support/a-quiz-course.ts';
import { problemsWith } from '#test/support/broken-course/overlay.ts';

const { card, text, course } = theRealCourse();
const ways = cardWays(card);
const at = (...taps: string[]) => placeAfter(card, taps)?.outcome;

describe('the roadside card that ships', () => {
  test('says what to do after one tap or two, on every way', () => {
    expect(ways.map(({ place }) => place.kind)).not.toContain('question');
    expect(ways.length).toBe(10);
    for (const { taps } of ways) expect(taps.length).toBeLessThanOrEqual(2);
  });

  test('reads an administrative warrant as civil at the first tap, in the words of the policy', () => {
    expect(at('administrative')).toMatchObject({ id: 'civil', basis: 'civil', clauses: ['R5', 'R7', 'R1', 'R4'] });
    expect(text.en.card.outcomes.civil?.headline).toBe(
      'Handle the stop as if the hit were not there; no hold, no call to ICE.',
    );
  });

  test.each([
    ['active and criminal', ['wanted', 'both'], 'criminal', 'R11'],
    ['active, but for no crime', ['wanted', 'not-criminal'], 'civil', 'R5'],
    ['not answered yet', ['wanted', 'no-answer'], 'cannot-tell', 'R10'],
    ['a record of an old deportation', ['deported-felon'], 'cannot-tell', 'R9'],
    ['cut off', ['unclear'], 'cannot-tell', 'R8'],
    ['agents who ask for help with a removal', ['federal-request', 'civil-removal'], 'civil', 'R1'],
    ['agents who ask for help with a crime', ['federal-request', 'crime'], 'criminal', 'R12'],
    ['agents who do not say what for', ['federal-request', 'unclear'], 'cannot-tell', 'R9'],
  ])('%s', (_, taps, basis, clause) => {
    expect(at(...taps)).toMatchObject({ basis, clauses: expect.arrayContaining([clause]) });
  });

  test('gives a record that is not active no tag: there is no warrant left to judge', () => {
    expect(at('wanted', 'not-active')?.basis).toBeUndefined();
    expect(text.en.card.outcomes['not-active']?.headline).toMatch(/No hold/);
  });

  test.each(languages)('names the hour only as what must not be passed (%s)', (language) => {
    const sentences = Object.values(text[language].card.outcomes).flatMap((words) =>
      [words.headline, ...words.steps, words.never ?? ''].filter((sentence) =>
        /hour|minutes|\bhora\b|minutos/.test(sentence),
      ),
    );
    expect(sentences.length).toBeGreaterThan(2);
    for (const sentence of sentences) expect(sentence).toMatch(/[Nn]ever|[Nn]unca/);
  });

  test.each(languages)('keeps every step short enough to read at arm’s length (%s)', (language) => {
    for (const { headline, steps, never = '' } of Object.values(text[language].card.outcomes)) {
      for (const sentence of [headline, ...steps, never]) {
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(24);
      }
    }
  });

  test('follows no answer that it does not offer', () => {
    expect(placeAfter(card, ['gone-by-now'])).toBeNull();
    expect(placeAfter(card, ['administrative', 'both'])).toBeNull();
  });
});

describe('a card that would fail at the roadside is refused', () => {
  const codesAt = (at: string, to: unknown) =>
    problemsWith([{ file: 'card.json', at, to }]).map(({ code, path }) => `${code} ${path}`);

  test('a tap that leads nowhere, a clause that the course lacks, an id that stands twice', () => {
    expect(codesAt('questions.0.answers.0.leadsTo', 'gone')).toContain(
      'reference.next questions.came-back.answers.administrative',
    );
    expect(codesAt('start', 'gone')).toContain('reference.next start');
    expect(codesAt('outcomes.0.clauses', ['R99'])).toContain('reference.clause outcomes.civil');
    expect(codesAt('outcomes.1.id', 'civil')).toContain('reference.id questions');
  });

  test('an outcome whose Spanish is missing, and words that no outcome needs', () => {
    const spoil = (at: string, to: unknown) =>
      problemsWith([{ file: 'text/es.json', at, to }]).map(({ code, path }) => `${code} ${path}`);
    expect(spoil('card.outcomes.waiting', undefined)).toContain('language.missing card.outcomes.waiting');
    expect(spoil('card.questions.dispatch.answers.both', undefined)).toContain(
      'language.missing card.questions.dispatch.answers.both',
    );
    expect(spoil('card.outcomes.extra', { headline: 'Otra', steps: ['Otra.'] })).toContain(
      'language.surplus card.outcomes.extra',
    );
  });

  test('only clauses of the course are asked for: the short course states neither R10 nor R12', () => {
    expect(problemsWith([])).toEqual([]);
    expect(course.clauses.map((clause) => clause.id)).toEqual(expect.arrayContaining(['R10', 'R12']));
  });
});
