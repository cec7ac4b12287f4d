import type { PathStep } from '#domain/completion/report.ts';
import { attemptSeed, runSeed } from '#domain/scenario/quiz.ts';
import { choose, type Run, rulingOf, startRun, verdictOn } from '#domain/scenario/run.ts';
import type { Editions } from '../course/editions.ts';
import type { Asking } from '../db/open.ts';
import { editionOf, readAssignments, readBegun } from './assignment.ts';

/** Every decision that the officer made, over all attempts, with verdict and clocks worked out again from the record. */
export async function readPath(asking: Asking, editions: Editions, officerId: string): Promise<PathStep[]> {
  const current = (await readAssignments(asking)).at(-1);
  if (!current) return [];
  const editionHash = editionOf(await readBegun(asking, officerId), current);
  const pack = editions.get(editionHash);
  const ruling = rulingOf(pack.course);
  const rows = await asking.tx
    .selectFrom('quiz_decision')
    .selectAll()
    .where('agency_id', '=', asking.agencyId)
    .where('officer_id', '=', officerId)
    .where('edition_hash', '=', editionHash)
    .orderBy('attempt')
    .orderBy('position')
    .execute();

  const runs = new Map<string, Run>();
  return rows.flatMap((row) => {
    const scenario = pack.scenarios[row.scenario_id];
    if (!scenario) return [];
    const seed = runSeed(attemptSeed(officerId, editionHash, row.attempt), row.scenario_id, row.run);
    const run = choose(
      scenario,
      runs.get(seed) ?? startRun(scenario, seed),
      {
        decisionId: row.decision_id,
        optionId: row.option_id,
      },
      ruling,
    );
    const decision = scenario.decisions.find((each) => each.id === row.decision_id);
    const option = decision?.options.find((each) => each.id === row.option_id);
    if (!run || !decision || !option) return [];
    runs.set(seed, run);
    return {
      attempt: row.attempt,
      scenarioId: row.scenario_id,
      run: row.run,
      seed,
      decisionId: row.decision_id,
      optionId: row.option_id,
      verdict: verdictOn(decision, option, ruling),
      stopMinutes: run.stopMinutes,
      holdMinutes: run.holdMinutes,
      language: row.language,
      decidedAt: row.decided_at,
    };
  });
}
