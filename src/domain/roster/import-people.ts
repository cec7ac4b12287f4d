import type { Answer, Fault, Listed, Question } from './import.ts';
import type { ReadRow } from './import-row.ts';

/**
 * What a name is recognised by: its words without accents, case, signs and order. Equal words and an equal badge are the
 * same person; everything else is asked, a "Jr." too, since badges are handed from father to son.
 */
export const nameWords = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’ʼ`´.]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ') || name;

/** Who each row is, null for a new person; `held` are officers of whom the file says something that cannot be used yet. */
export type People = { who: Map<ReadRow, Listed | null>; questions: Question[]; held: Set<string> };

/** Adds a fault to every row of a badge or a stable id that stands for two people. A row that stands there twice counts once. */
export function withoutDoubles(rows: readonly ReadRow[]): ReadRow[] {
  const once = [
    ...new Map(rows.map((row) => [JSON.stringify({ ...row, row: 0, cells: null }), row] as const).reverse()).values(),
  ].reverse();
  const blame = (of: (row: ReadRow) => string | null, reason: Fault['reason']) => {
    for (const [key, same] of Map.groupBy(once, of)) {
      if (key === null || key === '' || same.length === 1) continue;
      for (const row of same) {
        const others = same.filter((each) => each !== row).map((each) => each.row);
        row.faults.push({ reason, column: null, found: others.join(', ') });
      }
    }
  };
  blame(({ badge }) => badge, 'badge-twice');
  blame(({ personId }) => personId, 'person-twice');
  return once;
}

/**
 * Decides by the stable id together with badge or name, then by badge and name; what neither settles is asked. An id alone
 * decides nothing: where a column of row numbers was taken for it, everybody's records would go to the next in line.
 */
export function recognise(rows: readonly ReadRow[], officers: readonly Listed[], answers: readonly Answer[]): People {
  const who: People['who'] = new Map();
  const sound = rows.filter((row) => row.faults.length === 0);
  const taken = new Set<string>();
  const free = (officer: Listed | undefined) => officer !== undefined && !taken.has(officer.id);
  const claim = (row: ReadRow, officer: Listed) => {
    who.set(row, officer);
    taken.add(officer.id);
  };
  const known = index(officers);
  const held = namedBy(rows, known);
  const ownerOf = (row: ReadRow) => known.byPersonId.get(row.personId ?? '');

  for (const row of sound) {
    const owner = ownerOf(row);
    if (owner && (owner.badge === row.badge || nameWords(owner.name) === nameWords(row.name))) claim(row, owner);
  }
  for (const row of sound.filter((each) => !who.has(each) && !ownerOf(each))) {
    const holders = [known.byBadge.get(row.badge) ?? [], known.leftWithBadge.get(row.badge) ?? []].flat();
    const same = holders.find(
      (each) => free(each) && couldBe(row, each) && nameWords(each.name) === nameWords(row.name),
    );
    if (same) claim(row, same);
  }

  const answered = new Map(answers.map(({ badge, officerId }) => [badge, officerId]));
  const questions: Question[] = [];
  const chosen: [ReadRow, Listed][] = [];
  for (const row of sound.filter((each) => !who.has(each))) {
    const candidates = candidatesOf(row, known).filter(({ officer }) => free(officer));
    const answer = answered.get(row.badge);
    const named = candidates.find(({ officer }) => officer.id === answer)?.officer ?? null;
    const owner = ownerOf(row) ?? named;
    if (named === null && candidates.length > 0 && answer !== null) questions.push(ask(row, candidates));
    else if (owner !== named) {
      row.faults.push({ reason: 'id-in-use', column: null, found: row.personId ?? '' });
      for (const { officer } of candidates) held.add(officer.id);
    } else if (named) chosen.push([row, named]);
    else who.set(row, null);
  }
  for (const [officer, claims] of Map.groupBy(chosen, ([, each]) => each)) {
    for (const [row] of claims) {
      const others = claims.filter(([each]) => each !== row).map(([each]) => each.row);
      if (others.length === 0) claim(row, officer);
      else row.faults.push({ reason: 'person-twice', column: null, found: others.join(', ') });
    }
    if (claims.length > 1) held.add(officer.id);
  }
  for (const { candidates } of questions) for (const { officerId } of candidates) held.add(officerId);
  return { who, questions, held };
}

type Candidate = { officer: Listed; because: Question['candidates'][number]['because'] };
type Known = ReturnType<typeof index>;

function index(officers: readonly Listed[]) {
  const left = officers
    .filter((officer) => officer.deactivatedAt !== null)
    .sort((a, b) => ((a.deactivatedAt ?? '') < (b.deactivatedAt ?? '') ? 1 : -1));
  return {
    byPersonId: new Map(
      officers.flatMap((officer) => (officer.personId ? [[officer.personId, officer] as const] : [])),
    ),
    byBadge: Map.groupBy(
      officers.filter((officer) => officer.deactivatedAt === null),
      (officer) => officer.badge,
    ),
    leftWithBadge: Map.groupBy(left, (officer) => officer.badge),
    byName: Map.groupBy(officers, (officer) => nameWords(officer.name)),
  };
}

/** Two stable ids are two people, whatever badge and name say. */
const couldBe = (row: ReadRow, officer: Listed): boolean =>
  row.personId === null || officer.personId === null || row.personId === officer.personId;

const candidatesOf = (row: ReadRow, { byPersonId, byBadge, byName }: Known): Candidate[] =>
  [
    ...[byPersonId.get(row.personId ?? '') ?? []].flat().map((officer) => ({ officer, because: 'same-id' as const })),
    ...(byBadge.get(row.badge) ?? []).map((officer) => ({ officer, because: 'same-badge' as const })),
    ...(byName.get(nameWords(row.name)) ?? []).map((officer) => ({ officer, because: 'same-name' as const })),
  ].filter(({ officer }, at, all) => couldBe(row, officer) && all.findIndex((each) => each.officer === officer) === at);

/** Of whom a row with a fault may speak: they are there, so nobody of them is missing. */
function namedBy(rows: readonly ReadRow[], { byPersonId, byBadge, byName }: Known): Set<string> {
  const held = new Set<string>();
  for (const { faults, badge, name, personId } of rows) {
    if (faults.length === 0) continue;
    const byId = byPersonId.get(personId ?? '');
    for (const { id } of [byId ?? [], byBadge.get(badge) ?? [], byName.get(nameWords(name)) ?? []].flat()) held.add(id);
  }
  return held;
}

const ask = ({ row, badge, name }: ReadRow, candidates: readonly Candidate[]): Question => ({
  row,
  badge,
  name,
  candidates: candidates.map(({ officer, because }) => ({
    officerId: officer.id,
    badge: officer.badge,
    name: officer.name,
    because,
  })),
});
