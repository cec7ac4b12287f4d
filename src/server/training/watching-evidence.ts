import type { WatchingEvidence } from '#domain/coverage/watching-evidence.ts';
import type { Editions } from '../course/editions.ts';
import type { Asking } from '../db/open.ts';
import { namesOf } from '../roster/store.ts';
import { readBegun } from './begun.ts';
import { readFilmTakenAway } from './film-taken-away.ts';
import { readReports } from './watch-reports.ts';

/** What is held of an officer's watching, edition by edition, the last one opened first. */
export async function readWatching(asking: Asking, editions: Editions, officerId: string): Promise<WatchingEvidence[]> {
  const begun = (await readBegun(asking, officerId)).toSorted((a, b) =>
    (b.openedAt ?? '').localeCompare(a.openedAt ?? ''),
  );
  const takenAways = await readFilmTakenAway(asking, editions, officerId);
  const notes = await readNotes(asking, officerId);
  const watched: WatchingEvidence[] = [];
  for (const { editionHash, openedAt, held } of begun) {
    const { text, film } = editions.get(editionHash);
    const { watching, witnessed } = held;
    const reports = await readReports(asking, officerId, editionHash, openedAt);
    const ofEdition = notes.filter((note) => note.editionHash === editionHash);
    const settled = Math.max(0, ...ofEdition.map((note) => note.upToSeq));
    const takenAway = takenAways.find((each) => each.editionHash === editionHash)?.takenAway ?? null;
    const last = Math.max(reports.findLast((report) => report.toReview.length > 0)?.seq ?? 0, takenAway?.seq ?? 0);
    watched.push({
      editionHash,
      title: { en: text.en.title, es: text.es.title },
      filmSeconds: film.durationSeconds,
      openedAt,
      proved: watching?.proved ?? [],
      late: watching?.reported ?? [],
      witnessed,
      ahead: watching?.ahead ?? [],
      toReview: watching?.toReview ?? [],
      reports,
      takenAway,
      openUpToSeq: last > settled ? last : null,
      notes: ofEdition.map(({ notedAt, by, outcome }) => ({ notedAt, by, outcome })),
    });
  }
  return watched;
}

/** Every outcome that was noted of an officer, with how far it reached. */
export async function readNotes(asking: Asking, officerId: string) {
  const rows = await asking.tx
    .selectFrom('review_note')
    .selectAll()
    .where('agency_id', '=', asking.agencyId)
    .where('officer_id', '=', officerId)
    .orderBy('seq')
    .execute();
  const names = await namesOf(
    asking,
    rows.map((row) => row.noted_by),
  );
  return rows.map((row) => ({
    editionHash: row.edition_hash,
    upToSeq: row.up_to_seq,
    notedAt: row.noted_at,
    by: names.get(row.noted_by) ?? '',
    outcome: row.outcome,
  }));
}
