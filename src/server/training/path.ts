import type { PathStep } from '#domain/completion/report.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { attemptSeed, runSeed } from '#domain/scenario/quiz.ts';
import { choose, type Run, rulingOf, startRun, verdictOn } from '#domain/scenario/run.ts';
import type { Editions } from '../course/editions.ts';
import type { Asking } from '../db/open.ts';
import { editionOf, readAssignments, readBegun } from './assignment.ts';

/** A decision as the projection keeps it: what was sent, without a verdict. */
export type DecisionOnRecord = Pick<
  PathStep,
  'attempt' | 'scenarioId' | 'run' | 'decisionId' | 'optionId' | 'language' | 'decidedAt'
>;

/** Every decision that the officer made, over all attempts, with verdict and clocks worked out again from the record. */
export async function readPath(asking: Asking, editions: Editions, officerId: string): Promise<PathStep[]> {
  const current = (await readAssignments(asking)).at(-1);
  if (!current) return [];
  const editionHash = editionOf(await readBegun(asking, officerId), current);
  const rows = await asking.tx
    .selectFrom('quiz_decision')
    .selectAll()
    .where('agency_id', '=', asking.agencyId)
    .where('officer_id', '=', officerId)
    .where('edition_hash', '=', editionHash)
    .orderBy('attempt')
    .orderBy('position')
    .execute();
  const decisions = rows.map((row) => ({
    attempt: row.attempt,
    scenarioId: row.scenario_id,
    run: row.run,
    decisionId: row.decision_id,
    optionId: row.option_id,
    language: row.language,
    decidedAt: row.decided_at,
  }));
  return pathOf(editions.get(editionHash), officerId, decisions);
}

/** The path out of edition, officer and decisions alone, in the order in which they were made. */
export function pathOf(pack: CoursePack, officerId: string, decisions: readonly DecisionOnRecord[]): PathStep[] {
  const ruling = rulingOf(pack.course);
  const runs = new Map<string, Run>();
  return decisions.flatMap((made) => {
    const { attempt, scenarioId, run: number, decisionId, optionId } = made;
    const scenario = pack.scenarios[scenarioId];
    if (!scenario) return [];
    const seed = runSeed(attemptSeed(officerId, pack.editionHash, attempt), scenarioId, number);
    const run = choose(scenario, runs.get(seed) ?? startRun(scenario, seed), { decisionId, optionId }, ruling);
    const decision = scenario.decisions.find((each) => each.id === decisionId);
    const option = decision?.options.find((each) => each.id === optionId);
    if (!run || !decision || !option) return [];
    runs.set(seed, run);
    const { stopMinutes, holdMinutes } = run;
    return { ...made, seed, verdict: verdictOn(decision, option, ruling), stopMinutes, holdMinutes };
  });
}
