import { isAllowed } from '#domain/roster/permission.ts';
import { unitPath } from '#domain/roster/unit-tree.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { readToday } from '../agency/frame.ts';
import { readFile } from '../files/store.ts';
import type { Installation } from '../installation.ts';
import { notFound, type Refusal } from '../problem.ts';
import type { Looking } from '../reading/looking.ts';
import { namesOf, readListed, readUnits } from '../roster/store.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { type Credit, readCredits } from './read.ts';

export type CreditLine = Omit<Credit, 'officerIds' | 'saidBy' | 'decidedBy' | 'fileHash'> & {
  officers: { officerId: string; badge: string; name: string; unit: string }[];
  saidBy: string;
  decidedBy: string | null;
  hasScan: boolean;
  /** This visitor may confirm or decline it: another person said it, and it is about others. */
  mayDecide: boolean;
};

/** Credits of officers whom the visitor may credit, the latest first. */
export async function listCredits(asking: Looking, visitor: Visitor): Promise<Result<CreditLine[], Refusal>> {
  const units = await readUnits(asking);
  const mayFor = (unitId: string) => isAllowed(visitor.actor, 'credit', unitId, units);
  if (![...units.keys()].some(mayFor)) return fail(notFound);
  const listed = await readListed(asking, await readToday(asking, asking.now()));
  const people = new Map(listed.map((each) => [each.id, each]));
  const me = visitor.actor.officerId;
  const seen = (await readCredits(asking)).filter(({ officerIds }) =>
    officerIds.every((id) => mayFor(people.get(id)?.unitId ?? '')),
  );
  const names = await namesOf(
    asking,
    seen.flatMap(({ saidBy, decidedBy }) => [saidBy, ...(decidedBy === null ? [] : [decidedBy])]),
  );
  return succeed(
    seen.map(
      ({ officerIds, saidBy, decidedBy, fileHash, ...credit }): CreditLine => ({
        ...credit,
        officers: officerIds.flatMap((id) => {
          const person = people.get(id);
          if (!person) return [];
          const { badge, name, unitId } = person;
          return [{ officerId: id, badge, name, unit: unitPath(unitId, units) }];
        }),
        saidBy: names.get(saidBy) ?? '',
        decidedBy: decidedBy === null ? null : (names.get(decidedBy) ?? ''),
        hasScan: fileHash !== null,
        mayDecide: credit.outcome === 'open' && saidBy !== me && !officerIds.includes(me),
      }),
    ),
  );
}

/** The sheet of a training on paper; a credit that does not exist and one of others look the same. */
export async function seeScan(at: Installation, visitor: Visitor, creditId: string) {
  const listed = await listCredits({ ...at, tx: at.db }, visitor);
  if (!listed.ok || !listed.value.some((each) => each.creditId === creditId)) return null;
  const asking = { tx: at.db, agencyId: visitor.agencyId };
  const credit = (await readCredits(asking)).find((each) => each.creditId === creditId);
  return credit?.fileHash ? readFile(asking, credit.fileHash) : null;
}
