import { Kysely } from 'kysely';
import type { Db } from './open.ts';
import type { DatabasePlace } from './place.ts';
import type { Tables } from './tables.ts';

/**
 * A connection of one's own that can write nothing, to tables that somebody else has brought up to date. Only the driver that
 * is needed is loaded.
 */
export async function openReadOnly(place: DatabasePlace): Promise<Db> {
  if (place.kind === 'sqlite') {
    const { sqlite } = await import('./sqlite.ts');
    return new Kysely<Tables>({ dialect: sqlite(place.dataFolder, { readOnly: true }) });
  }
  const { postgres, readingPatience } = await import('./postgres.ts');
  return new Kysely<Tables>({ dialect: postgres(place.address, readingPatience) });
}
