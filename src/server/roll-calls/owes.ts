import type { OwesLine, SquadOwes } from '#domain/roll-call/roll-call.ts';
import type { Officer } from '#domain/roster/roster.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { readToday } from '../agency/frame.ts';
import { notFound, type Refusal } from '../problem.ts';
import type { Looking } from '../reading/looking.ts';
import { readOfficersOf, unitsIfAllowed } from '../roster/store.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readStandings } from '../training/standings.ts';
import { readTalk } from '../training/talk.ts';

/** Who of the squad has not completed yet. Who is done owes nothing and is not listed. */
export async function seeOwes(looking: Looking, visitor: Visitor, unitId: string): Promise<Result<SquadOwes, Refusal>> {
  const units = await unitsIfAllowed(looking, visitor, 'see-squad-owes', unitId);
  if (!units) return fail(notFound);
  const officers = await readOfficersOf(looking, unitId, units, await readToday(looking, looking.now()));
  const { lines, windows } = await readOwes(looking, officers);
  const dueAt = new Date(windows.endOf(windows.current.editionHash, unitId)).toISOString();
  return succeed({ unit: { id: unitId, name: units.get(unitId)?.name ?? '' }, dueAt, lines });
}

export async function readOwes(looking: Looking, officers: readonly Officer[]) {
  const standings = await readStandings(looking, officers);
  const lines: OwesLine[] = [];
  for (const officer of officers) {
    const { id, badge, name, rank, duty } = officer;
    const { standing, dueAt, backOn, overdue, spared } = standings.of(officer);
    if (standing === 'done' || spared) continue;
    const talk = standing === 'needs-talk' ? await readTalk(looking, looking.editions, id) : null;
    lines.push({ officerId: id, badge, name, rank, duty, standing, dueAt, backOn, overdue, talk });
  }
  return { lines, windows: standings.windows };
}
