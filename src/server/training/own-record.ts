import type { OwnEdition, OwnRecord } from '#domain/completion/own-record.ts';
import { standingOf } from '#domain/completion/standing.ts';
import { localDate } from '#domain/completion/window.ts';
import { dutyOn } from '#domain/roster/absence.ts';
import { unitPath } from '#domain/roster/unit-tree.ts';
import { readFounded } from '../agency/frame.ts';
import type { Editions } from '../course/editions.ts';
import type { Asking } from '../db/open.ts';
import type { Looking } from '../reading/looking.ts';
import { readAbsencesOf } from '../roster/absences.ts';
import { namesOf, readPerson, readUnits } from '../roster/store.ts';
import { readBegun } from './begun.ts';
import { nothingHeld } from './held.ts';
import { readNotedByOthers } from './noted-by-others.ts';
import { readPathOf } from './path.ts';
import { readWatching } from './watching-evidence.ts';

/** All that is held of one officer: every edition, old ones too. Null for who is not on the roster. */
export async function readOwnRecord(
  { editions, now, ...asking }: Looking,
  officerId: string,
): Promise<OwnRecord | null> {
  const officer = await readPerson(asking, officerId);
  if (!officer) return null;
  const { id: _id, unitId, ...person } = officer;
  const absences = await readAbsencesOf(asking, officerId);
  const { name: agency, units, timeZone } = await readFounded(asking);
  const duty = dutyOn(absences, localDate(now(), timeZone));
  return {
    takenAt: new Date(now()).toISOString(),
    agency,
    officer: { officerId, ...person, duty, unit: unitPath(unitId, units) },
    editions: await readEditions(asking, editions, officerId),
    takenAlong: await readEvents(asking, officerId, 'training.taken-along'),
    talks: await readEvents(asking, officerId, 'talk.recorded'),
    rollCalls: await readRollCalls(asking, officerId),
    signIns: await readSignIns(asking, officerId),
    readings: await readReadings(asking, officerId),
    notedByOthers: await readNotedByOthers(asking, officerId),
  };
}

async function readEditions(asking: Asking, editions: Editions, officerId: string): Promise<OwnEdition[]> {
  const taken: OwnEdition[] = [];
  const begun = await readBegun(asking, officerId);
  for (const watching of await readWatching(asking, editions, officerId)) {
    const { editionHash, title } = watching;
    const { course, film } = editions.get(editionHash);
    const { held = nothingHeld, completion = null } = begun.find((each) => each.editionHash === editionHash) ?? {};
    const { steps } = await readPathOf(asking, editions, officerId, editionHash);
    taken.push({
      editionHash,
      title,
      standing: completion ? 'done' : standingOf(course, film, held),
      openedAt: held.openedAt,
      acknowledgedAt: held.acknowledgedAt,
      completion: completion && {
        id: completion.id,
        completedAt: completion.completedAt,
        grade: completion.grade,
        receipt: completion.receipt,
        ...(completion.source && { source: completion.source }),
      },
      watching,
      decisions: steps,
    });
  }
  return taken;
}

const readEvents = ({ tx, agencyId }: Asking, officerId: string, kind: 'training.taken-along' | 'talk.recorded') =>
  tx
    .selectFrom('officer_event')
    .select('at')
    .where('agency_id', '=', agencyId)
    .where('officer_id', '=', officerId)
    .where('kind', '=', kind)
    .orderBy('seq')
    .execute();

/** Roll calls at which presence was taken and that were attested: an open one is nobody's record yet. */
async function readRollCalls(asking: Asking, officerId: string): Promise<OwnRecord['rollCalls']> {
  const rows = await asking.tx
    .selectFrom('presence')
    .innerJoin('roll_call', (join) =>
      join
        .onRef('roll_call.agency_id', '=', 'presence.agency_id')
        .onRef('roll_call.roll_call_id', '=', 'presence.roll_call_id'),
    )
    .select(['roll_call.opened_at', 'roll_call.closed_at', 'roll_call.closed_by', 'roll_call.unit_id'])
    .where('presence.agency_id', '=', asking.agencyId)
    .where('presence.officer_id', '=', officerId)
    .where('presence.present', '=', 1)
    .where('roll_call.closed_at', 'is not', null)
    .orderBy('roll_call.closed_at')
    .execute();
  const units = await readUnits(asking);
  const names = await namesOf(
    asking,
    rows.flatMap((row) => row.closed_by ?? []),
  );
  return rows.map((row) => ({
    openedAt: row.opened_at,
    closedAt: row.closed_at ?? '',
    unit: unitPath(row.unit_id, units),
    attestedBy: names.get(row.closed_by ?? '') ?? '',
  }));
}

const readSignIns = ({ tx, agencyId }: Asking, officerId: string) =>
  tx
    .selectFrom('sign_in_event')
    .select(['at', 'what', 'proof'])
    .where('agency_id', '=', agencyId)
    .where('officer_id', '=', officerId)
    .orderBy('seq')
    .execute();

async function readReadings(asking: Asking, officerId: string): Promise<OwnRecord['readings']> {
  const rows = await asking.tx
    .selectFrom('record_reading')
    .selectAll()
    .where('agency_id', '=', asking.agencyId)
    .where('officer_id', '=', officerId)
    .orderBy('seq')
    .execute();
  const names = await namesOf(
    asking,
    rows.map((row) => row.read_by),
  );
  return rows.map(({ read_at, what, read_by, reason }) => ({
    at: read_at,
    what,
    by: names.get(read_by) ?? '',
    reason,
  }));
}
