import type { QuizDecision } from '#domain/scenario/quiz.ts';
import { oneOf } from '../db/one-of.ts';
import type { Tables } from '../db/tables.ts';
import type { Payloads } from '../ledger/kinds.ts';
import { type Remembering, readOnce } from '../ledger/known.ts';
import type { Projecting } from '../ledger/projections.ts';

/** One attempt of an officer at an edition's quiz. */
export type AttemptKey = { officerId: string; editionHash: string; attempt: number };

const keyOf = ({ officerId, editionHash, attempt }: AttemptKey) => `decisions ${officerId} ${editionHash} ${attempt}`;

/** Decisions of one attempt, in the order in which they were made. */
export async function readDecisions(
  asking: Remembering,
  officerId: string,
  editionHash: string,
  attempt: number,
): Promise<readonly QuizDecision[]> {
  const asked = { officerId, editionHash, attempt };
  return (await readDecisionsBy(asking, [asked]))(asked);
}

/** The same of many attempts, in one statement. */
export const readDecisionsBy = ({ tx, agencyId, known = new Map() }: Remembering, attempts: readonly AttemptKey[]) =>
  readOnce<AttemptKey, readonly QuizDecision[]>(known, attempts, {
    keyOf,
    nothing: [],
    async read(unknown) {
      const rows = await tx
        .selectFrom('quiz_decision')
        .select(['officer_id', 'edition_hash', 'attempt', 'scenario_id', 'run', 'decision_id', 'option_id'])
        .where('agency_id', '=', agencyId)
        .where(
          oneOf(
            tx,
            'officer_id',
            unknown.map((each) => each.officerId),
          ),
        )
        .where(oneOf(tx, 'edition_hash', [...new Set(unknown.map((each) => each.editionHash))]))
        .orderBy('position')
        .execute();
      const made = Map.groupBy(rows, ({ officer_id: officerId, edition_hash: editionHash, attempt }) =>
        keyOf({ officerId, editionHash, attempt }),
      );
      return unknown.map((each) => [each, (made.get(keyOf(each)) ?? []).map(fromRow)]);
    },
  });

const fromRow = (row: Pick<Tables['quiz_decision'], 'scenario_id' | 'run' | 'decision_id' | 'option_id'>) => ({
  scenarioId: row.scenario_id,
  run: row.run,
  decisionId: row.decision_id,
  optionId: row.option_id,
});

/** Adds a decision after those that were made before it. */
export async function keepDecision(
  { put, agencyId, known }: Projecting,
  officerId: string,
  at: string,
  { editionHash, attempt, scenarioId, run, decisionId, optionId, language }: Payloads['training.decided']['item'],
  made: readonly QuizDecision[],
): Promise<void> {
  const row = {
    agency_id: agencyId,
    officer_id: officerId,
    edition_hash: editionHash,
    attempt,
    position: made.length,
    scenario_id: scenarioId,
    run,
    decision_id: decisionId,
    option_id: optionId,
    language,
    decided_at: at,
  };
  known?.set(keyOf({ officerId, editionHash, attempt }), [...made, { scenarioId, run, decisionId, optionId }]);
  await put({ table: 'quiz_decision', row });
}
