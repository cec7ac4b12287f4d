import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '../db/open.ts';
import { headOf, tablesOf, writeBackup } from './write.ts';

const kept = 5;

/**
 * Going back from a migration is restoring this file: `before-<first migration>-<time>.ndjson.gz` in the folder of backups, the
 * newest five of them. Nothing is written for a database without entries. @returns the file, or null
 */
export async function backupBeforeMigration(
  db: Db,
  folder: string,
  pending: readonly string[],
  now = Date.now(),
): Promise<string | null> {
  const [first] = pending;
  if (first === undefined || !(await tablesOf(db)).includes('ledger_entry') || !(await headOf(db))) return null;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const at = new Date(now).toISOString();
  const file = join(folder, `before-${first}-${at.replaceAll(/[:.]/g, '-')}.ndjson.gz`);
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => writeBackup(tx, file, at));
  const timeOf = (name: string) => name.slice(-'2026-11-24T12-00-00-000Z.ndjson.gz'.length);
  const older = readdirSync(folder)
    .filter((name) => name.startsWith('before-') && name.endsWith('.ndjson.gz'))
    .sort((one, other) => timeOf(other).localeCompare(timeOf(one)))
    .slice(kept);
  for (const name of older) rmSync(join(folder, name));
  return file;
}
