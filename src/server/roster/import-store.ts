import { getRandomValues } from 'node:crypto';
import { receiptCode } from '#domain/ledger/entry.ts';
import type { Mapping, Plan, Sheet } from '#domain/roster/import.ts';
import { changesOf } from '#domain/roster/import-changes.ts';
import type { MappingFault } from '#domain/roster/import-mapping.ts';
import { newId } from '#domain/shared/id.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Asking } from '../db/open.ts';
import type { Installation } from '../installation.ts';
import type { Writing } from '../ledger/append.ts';
import { receiptOf } from '../ledger/keep.ts';
import type { Refusal } from '../problem.ts';
import { endSessionsOf } from '../sign-in/sessions.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { countChanges, type ImportCounts } from './import-counts.ts';
import type { ImportAsked, ImportItem, PlanAsked } from './import-items.ts';
import { digestOf, type Prepared, prepareImport, readRoster } from './import-prepare.ts';
import { mayNotForAll } from './may.ts';

/** What a screen shows before anything is changed. `sample` are the first rows, to tell the columns by. */
export type ImportPlan = {
  header: readonly string[];
  sample: readonly (readonly string[])[];
  rows: number;
  mapping: Mapping;
  mappingFault: MappingFault | null;
  plan: Plan | null;
  rights: Prepared['rights'];
  digest: string;
};
export type Imported = { receipt: string; counts: ImportCounts };

/** The roster is the whole agency's: whoever may import may do so for all of it. */
const mayNotImport = (visitor: Visitor) => mayNotForAll(visitor, 'import-roster');

/** Base64 that is none holds other bytes, and those are no sheet. */
const bytesOf = (file: string): Uint8Array => Buffer.from(file, 'base64');

async function prepare(at: Installation, visitor: Visitor, asked: PlanAsked): Promise<Result<Prepared, Refusal>> {
  const asking = { tx: at.db, agencyId: visitor.agencyId };
  const refusal = await mayNotImport(visitor)(asking);
  if (refusal) return fail(refusal);
  const { mapping, whole, answers } = asked;
  const given = { bytes: bytesOf(asked.file), mapping, whole, answers, now: at.now() };
  const prepared = await prepareImport(asking, given, visitor.actor.officerId);
  return prepared.ok ? prepared : fail({ ...prepared.error, status: 422, field: 'file' });
}

/** What the file would change; nothing is. */
export async function planRosterImport(
  at: Installation,
  visitor: Visitor,
  asked: PlanAsked,
): Promise<Result<ImportPlan, Refusal>> {
  const prepared = await prepare(at, visitor, asked);
  if (!prepared.ok) return prepared;
  const { sheet, mapping, mappingFault, plan, rights, digest } = prepared.value;
  const { header, rows } = sheet;
  return succeed({ header, sample: rows.slice(0, 3), rows: rows.length, mapping, mappingFault, plan, rights, digest });
}

/** The rows that cannot be used, with the header that they stood under. */
export async function listFailedRows(
  at: Installation,
  visitor: Visitor,
  asked: PlanAsked,
): Promise<Result<{ sheet: Sheet; failed: Plan['failed'] }, Refusal>> {
  const prepared = await prepare(at, visitor, asked);
  if (!prepared.ok) return prepared;
  return succeed({ sheet: prepared.value.sheet, failed: prepared.value.plan?.failed ?? [] });
}

/** Applies exactly the plan that was shown, or nothing. */
export async function importRoster(
  at: Installation,
  visitor: Visitor,
  asked: ImportAsked,
): Promise<Result<Imported, Refusal>> {
  // Read, compared and digested before the ledger is taken: everybody else's evidence waits behind it.
  const prepared = await prepare(at, visitor, asked);
  if (!prepared.ok) return prepared;
  const { source } = prepared.value;
  const { file: _file, ...rest } = asked;
  const item: ImportItem = { ...rest, source };
  return at.ledger.write(async (writing) => {
    const refusal = await mayNotImport(visitor)(writing);
    if (refusal) return fail(refusal);
    const by = visitor.actor.officerId;
    const sent = { kind: 'roster.changed' as const, at: at.now(), by, subject: 'roster', item };
    const known = await receiptOf(writing, sent);
    if (!known.ok) return fail({ ...known.error, status: 409 });
    if (known.value !== null) return succeed({ receipt: known.value, counts: await readCounts(writing, item.id) });
    return applyImport(writing, { item, prepared: prepared.value, at: sent.at, by });
  });
}

/**
 * Writes the plan down, if roster and plan are still those that were shown and every question is answered.
 *
 * @param at server time in milliseconds
 */
export async function applyImport(
  writing: Writing,
  { item, prepared, at, by }: { item: ImportItem; prepared: Prepared; at: number; by: string | null },
): Promise<Result<Imported, Refusal>> {
  const { plan, digest, rosterDigest, day } = prepared;
  if (!plan) return fail({ code: 'roster.not-mapped', status: 422, field: 'mapping' });
  const isAsShown = digest === item.plan && digestOf(await readRoster(writing, day)) === rosterDigest;
  if (!isAsShown) return fail({ code: 'roster.changed-meanwhile', status: 409, field: 'plan' });
  if (plan.questions.length > 0) return fail({ code: 'roster.unanswered', status: 422, field: 'answers' });
  const changes = changesOf(plan, () => newId(at, getRandomValues));
  const payload = { subject: 'roster', item, changes };
  const entry = await writing.append({ kind: 'roster.changed', at, by, payload });
  await endSessionsOf(
    writing,
    changes.deactivated.map(({ officerId }) => officerId),
  );
  return succeed({ receipt: receiptCode(entry.hash), counts: countChanges(changes) });
}

async function readCounts({ tx, agencyId }: Asking, itemId: string): Promise<ImportCounts> {
  const row = await tx
    .selectFrom('roster_import')
    .select('counts')
    .where('agency_id', '=', agencyId)
    .where('item_id', '=', itemId)
    .executeTakeFirstOrThrow();
  return JSON.parse(row.counts) as ImportCounts;
}
