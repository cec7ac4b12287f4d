import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DatabasePlace } from '#server/db/place.ts';
import { adoptCourse, foundAgency } from '#server/founding.ts';
import { type Installation, openInstallation } from '#server/installation.ts';
import type { Payloads } from '#server/ledger/kinds.ts';
import { openSession } from '#server/sign-in/sessions.ts';
import { aPostgres, type Postgres } from '#test/support/a-postgres.ts';
import { courseOf } from '#test/support/start-server.ts';

export const { pack, media } = courseOf('short');

/** Someone who is signed in: a session in the database and its cookie. */
export type Officer = { id: string; cookie: string };
export type Site = { place: DatabasePlace; postgres: Postgres | null; officers: Officer[]; sergeants: Officer[] };

/**
 * A small agency with one squad, on disk where a killed server leaves it. Null where this machine has no PostgreSQL. On
 * SQLite in `folder`, when one is given.
 */
export async function aSite(
  kind: DatabasePlace['kind'],
  {
    officers = 8,
    folder,
    disks = {},
    now = Date.now,
    seen = false,
  }: {
    officers?: number;
    folder?: string;
    /** For PostgreSQL alone. */
    disks?: { dataOn?: string; logOn?: string };
    now?: () => number;
    /** Everybody saw the film at a roll call an hour ago, and owes policy and quiz. */
    seen?: boolean;
  } = {},
): Promise<Site | null> {
  const dataFolder = folder ?? mkdtempSync(join(tmpdir(), 'muster-faults-'));
  if (folder === undefined) onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  const postgres = kind === 'postgres' ? await aPostgres(disks) : null;
  if (kind === 'postgres' && !postgres) return null;
  if (postgres) onTestFinished(() => postgres.remove(), 60_000);
  const place: DatabasePlace = postgres
    ? { kind: 'postgres', address: postgres.address(), dataFolder }
    : { kind: 'sqlite', dataFolder };
  const roster = squadOf(officers);
  const opened = await openInstallation(place, now);
  if (!opened.ok) throw new Error(opened.error.code);
  const { installation, close } = opened.value;
  await foundAgency(installation, { name: 'Small Town Police', demo: false, timeZone: 'America/New_York' });
  await installation.ledger.write(({ append }) =>
    append({ kind: 'roster.loaded', at: now(), by: null, payload: roster }),
  );
  await adoptCourse(installation, pack);
  if (seen) await rollCallHeld(installation, roster, now() - 3_600_000);
  const everyone = await signInAll(installation, roster);
  await close();
  const isSergeant = ({ id }: Officer) => id.startsWith('sergeant');
  return {
    place,
    postgres,
    officers: everyone.filter((each) => !isSergeant(each)),
    sergeants: everyone.filter(isSergeant),
  };
}

export async function signInAll(at: Installation, { officers }: Payloads['roster.loaded']): Promise<Officer[]> {
  const everyone: Officer[] = [];
  for (const { id } of officers)
    everyone.push({
      id,
      cookie: `muster=${await openSession({ tx: at.db, agencyId: at.agencyId }, { officerId: id, proof: 'pin' }, at.now())}`,
    });
  return everyone;
}

/** One squad with two sergeants over it. */
export function squadOf(size: number): Payloads['roster.loaded'] {
  const ids = Array.from({ length: size }, (_, place) => `officer-${place + 1}`);
  const sergeants = ['sergeant-1', 'sergeant-2'];
  return {
    units: [
      { id: 'police', parentId: null, name: 'Small Town Police' },
      { id: 'squad', parentId: 'police', name: 'First Squad' },
    ],
    officers: [...sergeants, ...ids].map((id, place) => ({
      id,
      badge: String(100 + place),
      unitId: 'squad',
      rank: id.startsWith('sergeant') ? 'Sergeant' : 'Officer',
      name: `Name of ${id}`,
      duty: 'on-duty' as const,
    })),
    grants: sergeants.map((officerId) => ({ officerId, role: 'supervisor' as const, unitId: 'squad' })),
  };
}

/** One roll call from beginning to end, with the film in the time that it takes. */
async function rollCallHeld({ ledger }: Installation, { officers }: Payloads['roster.loaded'], from: number) {
  const [subject, by] = [randomUUID(), 'sergeant-1'];
  const { editionHash } = pack;
  const { durationSeconds } = pack.film;
  const id = () => randomUUID();
  const present = officers.map((officer) => officer.id);
  await ledger.write(async ({ append }) => {
    const opening = { subject, item: { id: subject, unitId: 'squad' }, editionHash };
    await append({ kind: 'roll-call.opened', at: from, by, payload: opening });
    const ticked = { subject, item: { id: id(), officerIds: present, present: true } };
    await append({ kind: 'roll-call.presence', at: from, by, payload: ticked });
    const at = from + durationSeconds * 1000;
    const stretches = [{ fromSeconds: 0, toSeconds: durationSeconds, rate: 1 }];
    const played = { stretches, narration: 'en' as const, captions: [], deviceAt: new Date(at).toISOString() };
    await append({ kind: 'roll-call.screened', at, by, payload: { subject, item: { id: id(), ...played } } });
    await append({
      kind: 'roll-call.closed',
      at,
      by,
      payload: { subject, item: { id: id(), attested: true, present } },
    });
  });
}
