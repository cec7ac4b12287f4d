import type { CoursePack } from '#domain/course/pack.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { readFrame } from '#server/agency/frame.ts';
import type { Asking } from '#server/db/open.ts';
import { type PreparedExport, type PrepareFault, prepareLmsImport } from '#server/lms-import/prepare.ts';
import { visitorAtTerminal } from '#server/roster/at-terminal.ts';
import type { Visitor } from '#server/sign-in/visitor.ts';
import type { Typed } from './arguments.ts';

export type Looked = {
  prepared: PreparedExport;
  /** Null while nobody has said who imports. */
  importer: Visitor | null;
  /** Of the edition. */
  titles: { en: string; es: string };
};
export type LookFault = PrepareFault | { code: 'lms-import.unknown-importer'; badge: string };

/** What the export would record, as the records stand at this moment; null while there is no agency. */
export async function look(
  asking: Asking,
  bytes: Uint8Array,
  { told, dayFirst, course, edition, by }: Typed,
): Promise<Result<Looked, LookFault> | null> {
  if (!(await readFrame(asking))) return null;
  const now = Date.now();
  const importer = by === null ? null : await visitorAtTerminal(asking, by, now);
  if (by !== null && importer === null) return fail({ code: 'lms-import.unknown-importer', badge: by });
  const importedBy = importer?.actor.officerId ?? null;
  const prepared = await prepareLmsImport(asking, { bytes, told, dayFirst, course, edition, importedBy, now });
  if (!prepared.ok) return prepared;
  const titles = await readTitles(asking, prepared.value.edition.editionHash);
  return succeed({ prepared: prepared.value, importer, titles });
}

async function readTitles({ tx, agencyId }: Asking, editionHash: string): Promise<Looked['titles']> {
  const { pack } = await tx
    .selectFrom('edition')
    .select('pack')
    .where('agency_id', '=', agencyId)
    .where('edition_hash', '=', editionHash)
    .executeTakeFirstOrThrow();
  const { text } = JSON.parse(pack) as CoursePack;
  return { en: text.en.title, es: text.es.title };
}
