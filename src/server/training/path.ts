import type { Path, PathStep } from '#domain/completion/report.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { explanationsOf } from '#domain/scenario/explanation.ts';
import { attemptSeed, runSeed } from '#domain/scenario/quiz.ts';
import { choose, type Run, rulingOf, startRun } from '#domain/scenario/run.ts';
import type { Editions } from '../course/editions.ts';
import type { Asking } from '../db/open.ts';
import { readAssignments } from './assignment.ts';
import { editionOf, readBegun } from './begun.ts';

/** A decision as the projection keeps it: what was sent, without a verdict. */
export type DecisionOnRecord = Pick<
  PathStep,
  'attempt' | 'scenarioId' | 'run' | 'decisionId' | 'optionId' | 'language' | 'decidedAt'
>;

/** The path on the edition that the officer is on. */
export async function readPath(asking: Asking, editions: Editions, officerId: string): Promise<Path> {
  const current = (await readAssignments(asking)).at(-1);
  if (!current) throw new Error('An installation adopts a course when it is founded.');
  return readPathOf(asking, editions, officerId, editionOf(await readBegun(asking, officerId), current));
}

/** Every decision that the officer made, over all attempts, with verdict and clocks worked out again from the record. */
export async function readPathOf(
  asking: Asking,
  editions: Editions,
  officerId: string,
  editionHash: string,
): Promise<Path> {
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
  return { editionHash, steps: pathOf(editions.get(editionHash), officerId, decisions) };
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
    if (!run) return [];
    runs.set(seed, run);
    // Minutes count too: the officer's own screen says the same.
    const verdict = explanationsOf(scenario, run, ruling).at(-1)?.verdict;
    const { stopMinutes, holdMinutes } = run;
    return verdict ? { ...made, seed, verdict, stopMinutes, holdMinutes } : [];
  });
}
