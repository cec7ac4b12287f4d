import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import type { Asking } from '../db/open.ts';
import { projectionTables } from '../db/tables.ts';
import { sha256 } from './sha256.ts';

type ProjectionTable = (typeof projectionTables)[number];
type Digest = { rows: number; sha256: string };

/** One table before and after a rebuild; `first`: the first row that is not the same, as it stands and as it should. */
export type TableReport = {
  table: ProjectionTable;
  before: Digest;
  after: Digest;
  first: { stands: string | null; shouldBe: string | null } | null;
};

export type Digests = Map<ProjectionTable, { digest: Digest; rows: string[] }>;

/** Every row of every projection as canonical text, sorted here, since databases sort text each in their own way. */
export async function digestTables({ tx, agencyId }: Asking): Promise<Digests> {
  const digests: Digests = new Map();
  for (const table of projectionTables) {
    const found = await tx.selectFrom(table).selectAll().where('agency_id', '=', agencyId).execute();
    const rows = found.map((row) => canonicalJson(row)).sort();
    digests.set(table, { digest: { rows: rows.length, sha256: sha256(rows.join('\n')) }, rows });
  }
  return digests;
}

export const compareTables = (before: Digests, after: Digests): TableReport[] =>
  [...before].map(([table, { digest, rows }]) => {
    const now = after.get(table) ?? { digest, rows };
    return { table, before: digest, after: now.digest, first: firstDifference(rows, now.rows) };
  });

function firstDifference(stands: readonly string[], shouldBe: readonly string[]): TableReport['first'] {
  const longest = Math.max(stands.length, shouldBe.length);
  for (let at = 0; at < longest; at += 1) {
    if (stands[at] !== shouldBe[at]) return { stands: stands[at] ?? null, shouldBe: shouldBe[at] ?? null };
  }
  return null;
}
