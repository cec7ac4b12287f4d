import { differencesOf, type RefusedItem, type ReviewEvidence } from '#domain/coverage/refused-item.ts';
import { isAllowed } from '#domain/roster/permission.ts';
import type { Editions } from '../course/editions.ts';
import type { Asking } from '../db/open.ts';
import { readPersons, readUnits } from '../roster/store.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { type Refused, readRefused } from '../training/refused-items.ts';
import { readNotes, readWatching } from '../training/watching-evidence.ts';

/** What the training unit looks at, edition by edition, with what nobody could have watched because it was sent again. */
export async function readReviewEvidence(
  asking: Asking,
  editions: Editions,
  visitor: Visitor,
  officerId: string,
): Promise<ReviewEvidence[]> {
  const refused = await readRefused(asking, officerId);
  const byEdition = Map.groupBy(refused, (each) => editionOf(each, officerId));
  const watched = await readWatching(asking, editions, officerId);
  const opened = new Set(watched.map(({ editionHash }) => editionHash));
  const notes = await readNotes(asking, officerId);
  const unopened = [...byEdition.keys()].filter((editionHash) => !opened.has(editionHash));
  const evidence = [...watched, ...(await Promise.all(unopened.map((hash) => nothingWatched(editions, hash))))];
  const describe = await describing(asking, visitor, officerId, refused);
  return evidence.map((each) => {
    const ofEdition = notes.filter(({ editionHash }) => editionHash === each.editionHash);
    const settled = Math.max(0, ...ofEdition.map(({ upToSeq }) => upToSeq));
    const here = byEdition.get(each.editionHash) ?? [];
    // What others sent under this officer's ids is theirs to settle.
    const last = Math.max(0, ...here.filter((one) => one.officerId === officerId).map(({ seq }) => seq));
    const open = Math.max(each.openUpToSeq ?? 0, last > settled ? last : 0);
    return {
      ...each,
      openUpToSeq: open > 0 ? open : null,
      notes: ofEdition.map(({ notedAt, by, outcome }) => ({ notedAt, by, outcome })),
      refused: here.map(describe),
    };
  });
}

const editionOf = ({ officerId, item, first }: Refused, of: string): string =>
  (officerId === of ? item : (first?.item ?? item)).editionHash;

/** An edition that the officer never opened, or that is not known here: a forged hash stands for itself. */
async function nothingWatched(editions: Editions, editionHash: string): Promise<Omit<ReviewEvidence, 'refused'>> {
  const pack = await editions.find(editionHash);
  const unknown = editionHash.slice(0, 16);
  return {
    editionHash,
    title: { en: pack?.text.en.title ?? unknown, es: pack?.text.es.title ?? unknown },
    filmSeconds: pack?.film.durationSeconds ?? 0,
    openedAt: null,
    ...{ proved: [], late: [], witnessed: [], ahead: [], toReview: [], reports: [], notes: [] },
    openUpToSeq: null,
    takenAway: null,
  };
}

/** Whoever reads of one officer reads no other's evidence with it: that takes a reason of its own. */
async function describing(asking: Asking, { actor }: Visitor, officerId: string, refused: readonly Refused[]) {
  const ids = refused.flatMap((each) => [each.officerId, ...(each.first ? [each.first.officerId] : [])]);
  const persons = await readPersons(asking, [...new Set(ids)]);
  const units = await readUnits(asking);
  const nameOf = (id: string): string | null => {
    const person = persons.get(id);
    if (!person || !isAllowed(actor, 'review-watching', person.unitId, units)) return null;
    return `${person.rank} ${person.name}`.trim();
  };
  const submission = ({
    at,
    officerId: by,
    item,
  }: Pick<Refused, 'at' | 'officerId'> & { item: Refused['item'] | null }) => ({
    at,
    by: nameOf(by),
    item: by === officerId ? item : null,
  });
  return ({ first, ...sent }: Refused): RefusedItem => ({
    seq: sent.seq,
    sent: submission(sent),
    first: first && submission(first),
    isOtherOfficer: first !== null && first.officerId !== sent.officerId,
    differs: first?.item ? differencesOf(sent.item, first.item) : null,
  });
}
