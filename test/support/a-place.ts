import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterAll, onTestFinished } from 'vitest';
import type { SignedHead } from '#domain/ledger/head.ts';
import { connect } from '#server/db/as-it-stands.ts';
import type { DatabasePlace } from '#server/db/place.ts';
import { adoptCourse, foundAgency } from '#server/founding.ts';
import { type Installation, openInstallation } from '#server/installation.ts';
import { readHead } from '#server/ledger/heads.ts';
import { aPostgres, type Postgres } from './a-postgres.ts';
import { minute, monday, shortPack, smallRoster } from './an-agency.ts';

let postgres: Promise<Postgres | null> | undefined;
let databases = 0;
afterAll(async () => void (await (await postgres)?.remove()), 60_000);

/** An empty place for records of either kind, gone after the test; null where this machine has no PostgreSQL. */
export async function aPlace(kind: DatabasePlace['kind'], from?: DatabasePlace): Promise<DatabasePlace | null> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'muster-place-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  if (kind === 'sqlite') return { kind, dataFolder };
  postgres ??= aPostgres({ durable: false });
  const server = await postgres;
  if (!server) return null;
  databases += 1;
  const name = `place_${databases}`;
  const template = from?.kind === 'postgres' ? new URL(from.address).pathname.slice(1) : 'template1';
  await bySql({ kind, address: server.address(), dataFolder }, (db) =>
    sql.raw(`CREATE DATABASE ${name} TEMPLATE ${template}`).execute(db),
  );
  return { kind, address: server.address(name), dataFolder };
}

/** What somebody does who has the database and not our program. */
export async function bySql(place: DatabasePlace, work: (db: Kysely<never>) => Promise<unknown>): Promise<void> {
  const db = connect(place);
  await work(db as unknown as Kysely<never>).finally(() => db.destroy());
}

/** Does something to the installation of a place and closes it again. */
export async function withInstallation<T>(
  place: DatabasePlace,
  work: (installation: Installation) => Promise<T>,
  now = () => monday,
): Promise<T> {
  const opened = await openInstallation(place, now);
  if (!opened.ok) throw new Error(opened.error.code);
  return work(opened.value.installation).finally(() => opened.value.close());
}

/** A small agency with so many sign-ins, one a minute. @returns the head that was signed when it was closed */
export async function someRecords(place: DatabasePlace, signIns = 37): Promise<SignedHead> {
  await withInstallation(place, async (installation) => {
    await foundAgency(installation, { name: 'Small Town Police', demo: false, timeZone: 'America/New_York' });
    await installation.ledger.write(({ append }) =>
      append({ kind: 'roster.loaded', at: monday, by: null, payload: smallRoster }),
    );
    await adoptCourse(installation, shortPack);
    await moreRecords(installation, signIns);
  });
  return headOf(place);
}

export const moreRecords = (installation: Installation, signIns: number) =>
  installation.ledger.write(async ({ append }) => {
    for (let each = 1; each <= signIns; each += 1) {
      const payload = { officerId: 'chief', proof: 'pin' } as const;
      await append({ kind: 'sign-in.opened', at: monday + each * minute, by: 'chief', payload });
    }
  });

export async function headOf(place: DatabasePlace): Promise<SignedHead> {
  const db = connect(place);
  const head = await readHead({ tx: db, agencyId: 'agency' }).finally(() => db.destroy());
  if (!head) throw new Error('A head is signed when an installation closes.');
  return head;
}
