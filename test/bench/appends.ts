import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import type { DatabasePlace } from '#server/db/place.ts';
import { openAgency } from './agency.ts';
import { type Compared, compare, rateOf, type Work } from './rounds.ts';

/** One row in one durable transaction, straight to the driver: what the disk and the database can do one by one. */
async function rawInserts(place: DatabasePlace): Promise<{ insert: Work; close(): Promise<void> }> {
  const text = randomBytes(150).toString('hex');
  if (place.kind === 'sqlite') {
    const database = new DatabaseSync(join(place.dataFolder, 'raw.db'));
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE raw (id INTEGER PRIMARY KEY, text TEXT)',
    );
    const statement = database.prepare('INSERT INTO raw (text) VALUES (?)');
    return { insert: async () => statement.run(text), close: async () => database.close() };
  }
  const client = new Client({ connectionString: place.address });
  await client.connect();
  await client.query('SET synchronous_commit = on; CREATE TABLE raw (id serial PRIMARY KEY, text text)');
  const insert = () => client.query({ name: 'raw', text: 'INSERT INTO raw (text) VALUES ($1)', values: [text] });
  return { insert, close: () => client.end() };
}

/** 64 writers that always wait, each for one entry, against single inserts of the same database. */
export async function measureAppends(place: DatabasePlace, rounds: number): Promise<Compared> {
  const { installation, close } = await openAgency(place);
  const raw = await rawInserts(place);
  // An entry that no list is made from: what is measured is the ledger.
  const payload = { subject: 'officer-0', itemId: '01935d8e-0000-7000-8000-000000000000', code: 'evidence.id-taken' };
  const append = () =>
    installation.ledger.write((writing) =>
      writing.append({ kind: 'item.refused', at: Date.now(), by: 'officer-0', payload }),
    );
  await rateOf(append, { atOnce: 64, seconds: 0.5 });
  const compared = await compare(
    () => rateOf(append, { atOnce: 64, seconds: 1 }),
    () => rateOf(raw.insert, { atOnce: 1, seconds: 1 }),
    rounds,
  );
  await raw.close();
  await close();
  return compared;
}
