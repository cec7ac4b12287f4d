import { expect, test } from 'vitest';
import { touchedBy, traceClauses } from '#domain/course/traceability.ts';
import { theRealCourse, theShortCourse } from '#test/support/a-quiz-course.ts';

const traceOf = (pack: ReturnType<typeof theShortCourse>, clause: string) => {
  const trace = traceClauses(pack).find((each) => each.clause === clause);
  if (!trace) throw new Error(`The course has no ${clause}.`);
  return trace;
};

test('a clause is followed from the policy to every explanation that speaks of it', () => {
  const pack = theShortCourse();
  const stated = pack.policy.en.blocks.filter((block) => block.kind === 'paragraph');
  const { paragraphs, ...trace } = traceOf(pack, 'R8');
  expect(paragraphs.map((number) => stated[number - 1]?.clauses.includes('R8'))).toEqual([true]);
  expect(trace).toMatchObject({
    tested: true,
    cues: ['read-basis'],
    decisions: [{ scenarioId: 'S1', decisionId: 'hit', graded: true, shows: true }],
    explanations: [
      { scenarioId: 'S1', decisionId: 'hit', optionId: 'read', verdict: 'right' },
      { scenarioId: 'S1', decisionId: 'hit', optionId: 'arrest', verdict: 'wrong' },
    ],
  });
});

test('a decision that the agency rules is touched by the clause and does not show it', () => {
  const pack = theShortCourse();
  const decision = pack.scenarios.S7?.decisions[0];
  if (decision) decision.agency = 'first-question';
  const trace = traceOf(pack, 'R13');
  expect(trace.decisions).toEqual([{ scenarioId: 'S7', decisionId: 'witness', graded: false, shows: false }]);
  expect(trace.explanations.map((each) => each.verdict)).toEqual(['agency', 'agency']);
});

test('a change of a clause touches the scenarios that name it, in order, and every draw with one of them', () => {
  const pack = theRealCourse();
  const trace = traceOf(pack, 'R11');
  const { scenarios, draws } = touchedBy(pack, trace);
  const named = Object.values(pack.scenarios).filter((scenario) =>
    scenario.decisions.some((decision) => decision.options.some((option) => option.clauses.includes('R11'))),
  );
  expect(new Set(scenarios)).toEqual(new Set(named.map((scenario) => scenario.id)));
  expect(scenarios).toEqual(scenarios.toSorted((one, other) => Number(one.slice(1)) - Number(other.slice(1))));
  expect(draws.length).toBeGreaterThan(0);
  for (const draw of draws) expect(draw.some((id) => scenarios.includes(id))).toBe(true);
});

test('a clause that nothing tests touches no draw', () => {
  const pack = theRealCourse();
  const trace = traceOf(pack, 'R17');
  expect({ ...trace, ...touchedBy(pack, trace) }).toMatchObject({ tested: false, explanations: [], draws: [] });
});
