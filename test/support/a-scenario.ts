import type { Decision, Option, Scenario } from '#domain/course/scenario.ts';
import type { Ruling } from '#domain/scenario/run.ts';

export const anOption = (changes: Partial<Option> = {}): Option => ({
  id: 'go-on',
  verdict: 'right',
  stopMinutes: 0,
  holdMinutes: 0,
  clauses: ['R8'],
  next: 'done',
  ...changes,
});

export const aDecision = (changes: Partial<Decision> = {}): Decision => ({
  id: 'first',
  papers: [],
  options: [anOption(), anOption({ id: 'go-wrong', verdict: 'wrong', cue: 'recap' })],
  ...changes,
});

/** One decision, right or wrong, and one ending. */
export const aScenario = ({ decisions = [aDecision()], ...changes }: Partial<Scenario> = {}): Scenario => ({
  id: 'S1',
  startsAt: { stopMinutes: 0, holdMinutes: 0, basis: 'unknown' },
  people: {},
  surface: {},
  chances: {},
  papers: [],
  start: decisions[0]?.id ?? 'first',
  decisions,
  endings: [{ id: 'done' }],
  ...changes,
});

/** An agency that has answered nothing and counts the hour from the end of ordinary business. */
export const aRuling = (changes: Partial<Ruling> = {}): Ruling => ({
  answers: {},
  hourStarts: 'business-done',
  ...changes,
});
