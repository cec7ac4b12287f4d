import type { OwesLine, SquadOwes } from '#domain/roll-call/roll-call.ts';
import type { Officer } from '#domain/roster/roster.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Editions } from '../course/editions.ts';
import type { Asking } from '../db/open.ts';
import type { Installation } from '../installation.ts';
import { notFound, type Refusal } from '../problem.ts';
import { readOfficersOf, unitsIfAllowed } from '../roster/store.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readStandings } from '../training/standings.ts';
import { readTalk } from '../training/talk.ts';

/** Who of the squad has not completed yet. Who is done owes nothing and is not listed. */
export async function seeOwes(
  { db, editions, now }: Installation,
  visitor: Visitor,
  unitId: string,
): Promise<Result<SquadOwes, Refusal>> {
  const asking = { tx: db, agencyId: visitor.agencyId };
  const units = await unitsIfAllowed(asking, visitor, 'see-squad-owes', unitId);
  if (!units) return fail(notFound);
  const officers = await readOfficersOf(asking, unitId, units);
  const { lines, window } = await readOwes(asking, editions, officers, now());
  const dueAt = new Date(window.dueAt(window.current.editionHash, unitId)).toISOString();
  return succeed({ unit: { id: unitId, name: units.get(unitId)?.name ?? '' }, dueAt, lines });
}

/** @param at server time in milliseconds */
export async function readOwes(asking: Asking, editions: Editions, officers: readonly Officer[], at: number) {
  const standings = await readStandings(asking, editions, officers);
  const lines: OwesLine[] = [];
  for (const officer of officers) {
    const { id, badge, name, rank, duty } = officer;
    const { standing, dueAt } = standings.of(officer);
    if (standing === 'done') continue;
    const overdue = duty === 'on-duty' && at > Date.parse(dueAt);
    const talk = standing === 'needs-talk' ? await readTalk(asking, editions, id) : null;
    lines.push({ officerId: id, badge, name, rank, duty, standing, overdue, talk });
  }
  return { lines, window: standings.window };
}
