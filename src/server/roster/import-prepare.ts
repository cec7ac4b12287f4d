import { hash } from 'node:crypto';
import { setImmediate as letOthersIn } from 'node:timers/promises';
import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import { type Answer, fields, type Mapping, type Plan, type Roster, type Sheet } from '#domain/roster/import.ts';
import { faultOf, guessMapping, type MappingFault } from '#domain/roster/import-mapping.ts';
import { planImport } from '#domain/roster/import-plan.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { readToday } from '../agency/frame.ts';
import type { Asking } from '../db/open.ts';
import { sha256 } from '../ledger/sha256.ts';
import { type RightTouched, readRightsTouched } from './import-rights.ts';
import { readSheet, type SheetError } from './sheet/read-sheet.ts';
import { readListed, readUnits } from './store.ts';

/** A file with its columns told apart, and what it would change; `plan` is null while the mapping has a fault. */
export type Prepared = {
  sheet: Sheet;
  mapping: Mapping;
  mappingFault: MappingFault | null;
  plan: Plan | null;
  /** What it does to rights. */
  rights: readonly RightTouched[];
  /** Of roster and plan together; what is applied must have the one that was shown. */
  digest: string;
  /** Of the roster that the plan was made against. */
  rosterDigest: string;
  /** Of the agency's calendar: on which the file is true. */
  day: string;
  /** SHA-256 of the file. */
  source: string;
};

/** Without a mapping the last one is used, or a guess from the header. */
type FileGiven = {
  bytes: Uint8Array;
  mapping: Mapping | null;
  whole: boolean;
  answers: readonly Answer[];
  /** Server time in milliseconds. */
  now: number;
};

/** @param importedBy the officer who imports, null at the terminal */
export async function prepareImport(
  asking: Asking,
  { bytes, mapping: asked, whole, answers, now }: FileGiven,
  importedBy: string | null,
): Promise<Result<Prepared, SheetError>> {
  const read = await readSheet(bytes);
  if (!read.ok) return fail(read.error);
  const sheet = read.value;
  const mapping = asked ?? (await mappingFor(asking, sheet));
  const mappingFault = faultOf(mapping, sheet.header);
  // Ten thousand rows keep the one thread for a while: whoever trains meanwhile gets a turn between the steps.
  await letOthersIn();
  const day = await readToday(asking, now);
  const roster = await readRoster(asking, day);
  await letOthersIn();
  const plan = mappingFault ? null : planImport({ sheet, mapping, whole, answers, importedBy }, roster);
  await letOthersIn();
  const [source, rosterDigest] = [hash('sha256', bytes, 'hex'), digestOf(roster)];
  const digest = sha256(canonicalJson({ rosterDigest, source, mapping, whole, plan }));
  const rights = plan ? await readRightsTouched(asking, plan, now) : [];
  return succeed({ sheet, mapping, mappingFault, plan, rights, digest, rosterDigest, source, day });
}

export async function readRoster(asking: Asking, day: string): Promise<Roster> {
  const units = await readUnits(asking);
  return { units: [...units.values()], officers: await readListed(asking, day) };
}

export const digestOf = (roster: Roster): string => sha256(canonicalJson(roster));

/** The columns of the last import when the file has them, or else a guess. */
async function mappingFor(asking: Asking, { header }: Sheet): Promise<Mapping> {
  const last = await readLastMapping(asking);
  const known = last !== null && fields.every((field) => last[field].every((column) => header.includes(column)));
  return known ? last : guessMapping(header);
}

async function readLastMapping({ tx, agencyId }: Asking): Promise<Mapping | null> {
  const row = await tx
    .selectFrom('roster_import')
    .select('mapping')
    .where('agency_id', '=', agencyId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? (JSON.parse(row.mapping) as Mapping) : null;
}
