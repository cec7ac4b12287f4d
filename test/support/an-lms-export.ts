import { randomUUID } from 'node:crypto';
import { prepareLmsImport } from '#server/lms-import/prepare.ts';
import { recordLmsImport } from '#server/lms-import/record.ts';
import { visitorAtTerminal } from '#server/roster/at-terminal.ts';
import type { Agency } from './an-agency.ts';

type At = Pick<Agency, 'installation'>;

const headings = 'Badge,Learner,Status,Score,Completed on';

/** Prepares an export of these rows as a person with this badge sees it. */
export async function aPreparedExport({ installation }: At, by: string, rows: string[], edition: string | null = null) {
  const { db, agencyId, now } = installation;
  const asking = { tx: db, agencyId };
  const importer = await visitorAtTerminal(asking, by, now());
  if (!importer) throw new Error(`Nobody wears badge ${by}.`);
  const bytes = Buffer.from([headings, ...rows].join('\n'));
  const importedBy = importer.actor.officerId;
  const given = { bytes, told: {}, dayFirst: false, course: null, edition, importedBy, now: now() };
  const prepared = await prepareLmsImport(asking, given);
  if (!prepared.ok) throw new Error(prepared.error.code);
  return { importer, prepared: prepared.value };
}

/** The same, and records it. */
export async function importExport(agency: At, by: string, rows: string[], edition: string | null = null) {
  const { importer, prepared } = await aPreparedExport(agency, by, rows, edition);
  return recordLmsImport(agency.installation, importer, { id: randomUUID(), fileName: 'export.csv', prepared });
}
