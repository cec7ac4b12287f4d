import { webcrypto } from 'node:crypto';
import { decideCompletion } from '#domain/completion/decide-completion.ts';
import type { EvidenceItem } from '#domain/completion/evidence.ts';
import { asEvidence } from '#domain/completion/standing.ts';
import type { Training } from '#domain/completion/training.ts';
import { receiptCode } from '#domain/ledger/entry.ts';
import { attemptSeed, decide, replayQuiz, runSeed } from '#domain/scenario/quiz.ts';
import { newId } from '#domain/shared/id.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { isPostgres } from '../db/dialect.ts';
import type { Installation } from '../installation.ts';
import type { Writing } from '../ledger/append.ts';
import { receiptOf } from '../ledger/keep.ts';
import type { Refusal } from '../problem.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readAssignments } from './assignment.ts';
import { isCompleted } from './begun.ts';
import { readDecisions } from './decisions.ts';
import { readHeld } from './held.ts';
import { readTraining, type Trainings } from './view.ts';

export type Accepted = { receipt: string; training: Training };

/** Takes one item of an officer's own evidence and, when nothing is owed any more, records the completion with it. */
export async function acceptEvidence(
  { db, ledger, now }: Installation,
  trainings: Trainings,
  { actor: { officerId } }: Visitor,
  item: EvidenceItem,
): Promise<Result<Accepted, Refusal>> {
  const taken = await ledger.write(
    async (writing) => {
      const receipt = await takeEvidence(writing, officerId, item, now());
      if (!receipt.ok || isPostgres(db)) return { receipt };
      return { receipt, training: await readTraining({ ...writing, now }, officerId) };
    },
    [{ officerId, item }],
  );
  const { receipt } = taken;
  if (!receipt.ok) return receipt;
  // On PostgreSQL after the commit, on another connection and with all who were committed together, so that nobody's writing
  // waits for it; SQLite has but one. If it fails, the item sent again gets the same receipt.
  const training = taken.training ?? (await trainings.load(officerId));
  return succeed({ receipt: receipt.value, training });
}

/** @param at server time in milliseconds */
export async function takeEvidence(
  writing: Writing,
  officerId: string,
  item: EvidenceItem,
  at: number,
): Promise<Result<string, Refusal>> {
  const sent = { kind: `training.${item.kind}` as const, at, by: officerId, subject: officerId, item };
  const known = await receiptOf(writing, sent);
  if (!known.ok) return fail({ ...known.error, status: 409 });
  if (known.value !== null) return succeed(known.value);

  const refusal = await refusalOf(writing, officerId, item);
  if (refusal) return fail(refusal);

  const entry = await writing.append({
    kind: sent.kind,
    at,
    by: officerId,
    payload: { subject: officerId, item, ...derivedOf(officerId, item) } as never,
  });
  await recordIfComplete(writing, officerId, item.editionHash, at);
  return succeed(receiptCode(entry.hash));
}

/** What the server works out itself and keeps beside what was sent. */
const derivedOf = (officerId: string, item: EvidenceItem) =>
  item.kind === 'decided'
    ? { seed: runSeed(attemptSeed(officerId, item.editionHash, item.attempt), item.scenarioId, item.run) }
    : {};

async function refusalOf(writing: Writing, officerId: string, item: EvidenceItem): Promise<Refusal | null> {
  const { editionHash } = item;
  const pack = await writing.editions.find(editionHash);
  const held = await readHeld(writing, officerId, editionHash);
  // What was taken along may be finished without a network while a newer edition is adopted.
  if (!pack || (held.watching === null && !(await isCurrent(writing, editionHash)))) {
    return { code: 'evidence.unknown-edition', status: 422, field: 'editionHash' };
  }
  if (item.kind === 'opened' || item.kind === 'taken-along') return null;
  if (!held.opened) return { code: 'evidence.not-opened', status: 422, field: 'kind' };
  if (item.kind !== 'decided') return null;

  if (item.attempt !== held.attempt) return { code: 'evidence.not-your-turn', status: 422, field: 'attempt' };
  const made = await readDecisions(writing, officerId, editionHash, held.attempt);
  const quiz = replayQuiz(pack, attemptSeed(officerId, editionHash, held.attempt), made);
  return quiz && decide(pack, quiz, item) ? null : { code: 'evidence.not-your-turn', status: 422, field: 'decisionId' };
}

const isCurrent = async (writing: Writing, editionHash: string) =>
  (await readAssignments(writing)).at(-1)?.editionHash === editionHash;

/** Runs the one rule on what is held, and records the completion once. */
export async function recordIfComplete(writing: Writing, officerId: string, editionHash: string, at: number) {
  const { course, film } = writing.editions.get(editionHash);
  const held = await readHeld(writing, officerId, editionHash);
  const decision = decideCompletion(course, film, asEvidence(held));
  if (!decision.complete || (await isCompleted(writing, officerId, editionHash))) return;
  const completionId = newId(at, (bytes) => webcrypto.getRandomValues(bytes));
  const payload = { officerId, editionHash, completionId, grade: decision.grade };
  await writing.append({ kind: 'completion.recorded', at, by: null, payload });
}
