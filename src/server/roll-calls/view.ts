import { hasSeen } from '#domain/completion/decide-completion.ts';
import { cover, shareOf } from '#domain/coverage/coverage.ts';
import type { RollCall, RollCallView, RosterLine, Signer } from '#domain/roll-call/roll-call.ts';
import { subtree } from '#domain/roster/unit-tree.ts';
import { readToday, type Units } from '../agency/frame.ts';
import { readHead } from '../ledger/heads.ts';
import type { Looking } from '../reading/looking.ts';
import { readListed } from '../roster/store.ts';
import { readStandings } from '../training/standings.ts';
import { readCorrections } from './read.ts';

/** A roll call as the station draws it: the roster of the unit, and behind it whoever was added by badge. */
export async function viewRollCall(looking: Looking, units: Units, rollCall: RollCall): Promise<RollCallView> {
  const { course, film } = looking.editions.get(rollCall.editionHash);
  const below = new Set(subtree(rollCall.unitId, units));
  const present = new Set(rollCall.present);
  const officers = await readListed(looking, await readToday(looking, looking.now()));
  const corrections = await readCorrections(looking, rollCall.id);
  // Who left stays on the sheets of that time, and so does whoever was taken off this one.
  const onSheet = new Set([...rollCall.present, ...corrections.map((row) => row.officer_id)]);
  const ofUnit = officers.filter(
    ({ id, unitId, deactivatedAt }) => below.has(unitId) && (deactivatedAt === null || onSheet.has(id)),
  );
  const guests = officers.filter((officer) => !below.has(officer.unitId) && onSheet.has(officer.id));
  const inView = [...ofUnit, ...guests];
  const standings = await readStandings(looking, inView);
  const covered = cover(...rollCall.screening.proved);
  const roster = inView.map((officer): RosterLine => {
    const { id, badge, name, rank, duty, unitId } = officer;
    const { standing, grade } = standings.of(officer);
    const line = { officerId: id, badge, name, rank, duty, standing, grade };
    return { ...line, present: present.has(id), guest: !below.has(unitId) };
  });
  const person = (id: string): Signer => {
    const { name = '', badge = '' } = officers.find((officer) => officer.id === id) ?? {};
    return { id, name, badge };
  };
  return {
    id: rollCall.id,
    editionHash: rollCall.editionHash,
    unit: { id: rollCall.unitId, name: units.get(rollCall.unitId)?.name ?? '' },
    sergeant: person(rollCall.sergeantId),
    openedAt: rollCall.openedAt,
    closedAt: rollCall.closedAt,
    attestedBy: rollCall.closedBy === null ? null : person(rollCall.closedBy),
    head: rollCall.closedAt === null ? null : await readHead(looking, rollCall.id),
    roster,
    corrections: corrections.map((row) => ({
      seq: row.seq,
      officer: person(row.officer_id),
      was: row.was === 1,
      present: row.present === 1,
      at: row.at,
      by: person(row.corrected_by),
      reason: row.reason,
    })),
    covered,
    watchedShare: shareOf(covered, film.durationSeconds),
    filmSeen: hasSeen(course, film, covered),
    dueAt: new Date(standings.windows.endOf(rollCall.editionHash, rollCall.unitId)).toISOString(),
  };
}
