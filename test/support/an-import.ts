import { randomUUID } from 'node:crypto';
import type { Installation } from '#server/installation.ts';
import { prepareImport } from '#server/roster/import-prepare.ts';
import { applyImport } from '#server/roster/import-store.ts';
import { aMapping } from './a-sheet.ts';

/** Imports a list of `Badge,Name,Rank,Unit,Duty` as the agency's whole roster. */
export async function importList({ db, agencyId, ledger, now }: Installation, ...lines: string[]): Promise<void> {
  const bytes = Buffer.from(['Badge,Name,Rank,Unit,Duty', ...lines].join('\n'));
  const asked = { mapping: aMapping(), whole: true, answers: [] };
  const asking = { tx: db, agencyId };
  const prepared = await prepareImport(asking, { bytes, ...asked, now: now() }, null);
  if (!prepared.ok) throw new Error(prepared.error.code);
  const { source, digest: plan } = prepared.value;
  const item = { ...asked, id: randomUUID(), plan, source };
  const applied = await ledger.write((writing) =>
    applyImport(writing, { item, prepared: prepared.value, at: now(), by: null }),
  );
  if (!applied.ok) throw new Error(applied.error.code);
}
