import { openVerification } from '#domain/ledger/verify.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { forgetFrames } from '../agency/frame.ts';
import { projectionTables } from '../db/tables.ts';
import type { Installation } from '../installation.ts';
import type { Writing } from './append.ts';
import { readEntries } from './entries.ts';
import { receiptRowOf } from './keep.ts';
import type { Recorded } from './kinds.ts';
import { project } from './projections.ts';
import { type Put, putRows } from './put-rows.ts';
import { sha256 } from './sha256.ts';
import { compareTables, digestTables, type TableReport } from './table-digests.ts';

/** Raise it with every change of a projection or its tables: older data is then rebuilt at the next start. */
export const projectionsVersion = 6;

export type NotRebuilt =
  /** What these entries said is gone, no entry says that it was purged, and a rebuild would lose the rows that it left. */
  | { code: 'rebuild.textMissing'; count: number; first: number }
  /** The ledger itself is not what was written: rows made from it would be no better. */
  | { code: 'rebuild.broken'; first: number };

type At = Pick<Installation, 'agencyId' | 'ledger'>;

/** Empties the projections and writes them again from the entries: all in one transaction, or nothing of it. */
export const rebuild = (at: At): Promise<Result<null, NotRebuilt>> => undoneUnless((ok) => ok, at, replay);

/** Does the same, says how the rows differ from those that stood there, and takes it back. */
export const checkProjections = (at: At): Promise<Result<TableReport[], NotRebuilt>> =>
  undoneUnless(
    () => false,
    at,
    async (writing) => {
      await writing.flush();
      const before = await digestTables(writing);
      const replayed = await replay(writing);
      return replayed.ok ? succeed(compareTables(before, await digestTables(writing))) : replayed;
    },
  );

/** Rebuilds what an earlier version of the program projected. */
export async function bringProjectionsUp(at: At): Promise<Result<null, NotRebuilt>> {
  return undoneUnless(
    (ok) => ok,
    at,
    async (writing) => {
      const { tx, agencyId } = writing;
      const row = await tx
        .selectFrom('projections_version')
        .select('version')
        .where('agency_id', '=', agencyId)
        .executeTakeFirst();
      if (row && row.version >= projectionsVersion) return succeed(null);
      const replayed = await replay(writing);
      const now = { version: projectionsVersion };
      await tx
        .insertInto('projections_version')
        .values({ agency_id: agencyId, ...now })
        .onConflict((known) => known.columns(['agency_id']).doUpdateSet(now))
        .execute();
      return replayed;
    },
  );
}

async function replay(writing: Writing): Promise<Result<null, NotRebuilt>> {
  await writing.flush();
  const sound = await canBeReplayed(writing);
  if (!sound.ok) return sound;
  const { tx, agencyId, editions } = writing;
  forgetFrames();
  writing.forget();
  for (const table of projectionTables) await tx.deleteFrom(table).where('agency_id', '=', agencyId).execute();
  for await (const { entry, payload } of readEntries(writing)) {
    if (!payload) continue;
    const { kind, seq, at, hash } = entry;
    const recorded = { kind, seq, at, hash, ...JSON.parse(payload.text) } as Recorded;
    await replayEntry({ agencyId, tx, editions }, recorded);
  }
  return succeed(null);
}

/** Writes again what the entry left when it was appended. */
export async function replayEntry(at: Pick<Writing, 'agencyId' | 'tx' | 'editions'>, entry: Recorded): Promise<void> {
  const put = (row: Put) => putRows(at.tx, [row]);
  const receipt = receiptRowOf(at.agencyId, entry);
  if (receipt) await put({ table: 'receipt', row: receipt });
  await project({ ...at, put }, entry);
}

async function canBeReplayed(writing: Writing): Promise<Result<null, NotRebuilt>> {
  const verification = openVerification(sha256, []);
  for await (const { entry, payload } of readEntries(writing)) verification.take(entry, payload);
  const { findings, missing } = verification.end();
  const broken = findings.find(({ kind }) => kind !== 'text-missing');
  if (broken) return fail({ code: 'rebuild.broken', first: broken.seq });
  const [first] = findings;
  return first ? fail({ code: 'rebuild.textMissing', count: missing, first: first.seq }) : succeed(null);
}

/** What the work wrote stays only if `keep` says so of its outcome. */
async function undoneUnless<T>(
  keep: (ok: boolean) => boolean,
  { ledger }: At,
  work: (writing: Writing) => Promise<Result<T, NotRebuilt>>,
): Promise<Result<T, NotRebuilt>> {
  const undo = new Error('Taken back on purpose.');
  let outcome: Result<T, NotRebuilt> | undefined;
  try {
    return await ledger.write(async (writing) => {
      outcome = await work(writing);
      if (!keep(outcome.ok)) throw undo;
      return outcome;
    });
  } catch (error) {
    if (error === undo && outcome) return outcome;
    throw error;
  }
}
