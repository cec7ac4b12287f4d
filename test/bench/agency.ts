import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabasePlace } from '#server/db/place.ts';
import { adoptCourse, foundAgency } from '#server/founding.ts';
import { type Installation, openInstallation } from '#server/installation.ts';
import type { Payloads } from '#server/ledger/kinds.ts';
import { aPostgres } from '../support/a-postgres.ts';
import { courseOf } from '../support/start-server.ts';

export const { pack, media } = courseOf('real');

/** One squad of as many officers as the largest burst needs. */
export const officers = 200;
const roster: Payloads['roster.loaded'] = {
  units: [{ id: 'police', parentId: null, name: 'Measured Police' }],
  officers: Array.from({ length: officers }, (_, index) => ({
    id: officerId(index),
    badge: String(1000 + index),
    name: `Officer ${index}`,
    rank: 'Officer',
    unitId: 'police',
    duty: 'on-duty',
  })),
  grants: [],
};

export function officerId(index: number): string {
  return `officer-${index}`;
}

/** An installation with the whole roster and the course that ships. */
export async function openAgency(
  place: DatabasePlace,
): Promise<{ installation: Installation; close(): Promise<void> }> {
  const opened = await openInstallation(place, Date.now);
  if (!opened.ok) throw new Error(opened.error.code);
  const { installation } = opened.value;
  const rows = await installation.db.selectFrom('agency').selectAll().execute();
  if (rows.length === 0) {
    await foundAgency(installation, { name: 'Measured Police', demo: false, timeZone: 'America/New_York' });
    await installation.ledger.write(({ append }) =>
      append({ kind: 'roster.loaded', at: Date.now(), by: null, payload: roster }),
    );
    await adoptCourse(installation, pack);
  }
  return opened.value;
}

export type Database = DatabasePlace['kind'];

/** A place of its own for the work, gone afterwards; null where this machine has no PostgreSQL. Both sync to disk. */
export async function atPlace<T>(kind: Database, work: (place: DatabasePlace) => Promise<T>): Promise<T | null> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'muster-bench-'));
  const postgres = kind === 'postgres' ? await aPostgres({ durable: true }) : null;
  try {
    if (kind === 'sqlite') return await work({ kind, dataFolder });
    return postgres && (await work({ kind, address: postgres.address(), dataFolder }));
  } finally {
    await postgres?.remove();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
