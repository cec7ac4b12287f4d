import { localDate } from '#domain/completion/window.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Officer } from '#domain/roster/roster.ts';
import { readFrame } from '../agency/frame.ts';
import type { Installation } from '../installation.ts';
import type { Writing } from '../ledger/append.ts';
import { setCredentials } from '../sign-in/credentials.ts';
import { hashSecret } from '../sign-in/secret.ts';
import { takeEvidence } from '../training/store.ts';
import { evidenceOf } from './evidence.ts';
import { rollCallOf } from './roll-call.ts';
import { demoRoster, lateSquad } from './roster.ts';
import { metAtRollCall, wayOf } from './ways.ts';

const day = 86_400_000;
const timeZone = 'America/New_York';

/** Printed at the start: everyone of the demo has the same, hashed once. */
export const demoPin = '482915';
export const demoPassword = 'river-stone-lantern';

/** One thing that happened, at server time in milliseconds. */
export type Happening = { at: number; happens: (writing: Writing) => Promise<unknown> };

/**
 * Founds "Demo County Police" in an empty installation: the roster first, then what its officers did in the days before
 * now, taken through the same door as everybody's evidence.
 */
export async function loadDemo(installation: Installation, pack: CoursePack): Promise<void> {
  const { ledger, editions, now } = installation;
  const startedAt = now() - 4 * day;
  const lateStartedAt = now() - 12 * day;
  const roster = demoRoster();

  const [pin, password] = [await hashSecret(demoPin), await hashSecret(demoPassword)];
  const staff = new Set(
    roster.grants.filter(({ role }) => role !== 'officer' && role !== 'supervisor').map((grant) => grant.officerId),
  );
  await setCredentials(
    installation,
    roster.officers.flatMap(({ id }) => [
      { officerId: id, proof: 'pin' as const, secret: pin },
      ...(staff.has(id) ? [{ officerId: id, proof: 'password' as const, secret: password }] : []),
    ]),
  );
  const happenings = whatHappened(pack, roster.officers, startedAt, lateStartedAt).sort((a, b) => a.at - b.at);
  const { editionHash } = pack;
  const founding = { name: 'Demo County Police', demo: true, timeZone };
  const adopted = { editionHash, startsOn: localDate(startedAt, timeZone) };
  const lateWindow = { editionHash, unitId: lateSquad, startsOn: localDate(lateStartedAt, timeZone) };
  await editions.keep(pack);
  // All in one: a first start that is cut off must not leave an agency that is founded and has nobody in it.
  await ledger.write(async (writing) => {
    // Another process on the same database may have begun at the same moment.
    if (await readFrame(writing)) return;
    const common = { at: lateStartedAt, by: null };
    await writing.append({ kind: 'agency.founded', ...common, payload: founding });
    await writing.append({ kind: 'roster.loaded', ...common, payload: roster });
    await writing.append({ kind: 'course.adopted', ...common, payload: adopted });
    await writing.append({ kind: 'window.set', ...common, payload: lateWindow });
    for (const { happens } of happenings) await happens(writing);
  });
}

function whatHappened(pack: CoursePack, officers: readonly Officer[], startedAt: number, lateStartedAt: number) {
  const squads = Map.groupBy(officers, (officer) => officer.unitId);
  return [...squads.entries()].flatMap(([unitId, members], squadNumber): Happening[] => {
    const begins = (unitId === lateSquad ? lateStartedAt : startedAt) + day / 2 + squadNumber * 1_800_000;
    const rollCall = metAtRollCall(unitId) ? rollCallOf(pack, unitId, members, begins) : [];
    const alone = members.flatMap((officer, place) => {
      const way = wayOf(officer, place);
      if (!way) return [];
      const from = begins + 3_600_000 + place * 2_400_000;
      return evidenceOf(pack, officer.id, way, from, place % 3 === 2 ? 'es' : 'en').map(
        ({ at, item }): Happening => ({ at, happens: (writing) => takeEvidence(writing, officer.id, item, at) }),
      );
    });
    return [...rollCall, ...alone];
  });
}
