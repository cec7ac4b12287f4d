import { fail, succeed } from '#domain/shared/result.ts';
import { listCredits } from '../credits/list.ts';
import { notFound } from '../problem.ts';
import { officersCsv, owesCsv, reviewsCsv, unitsCsv } from '../reports/csv-files.ts';
import { seeOfficer, seePath } from '../reports/officer.ts';
import { listReviews, seeWatching } from '../reports/reviews.ts';
import { listScreenings } from '../reports/screenings-to-review.ts';
import { listOfficers, type OfficerFilter, seeUnit } from '../reports/store.ts';
import { seeOwes } from '../roll-calls/owes.ts';
import { listPeople } from '../roster/people.ts';
import { listSquadPeople } from '../roster/squad-people.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readOwnRecord } from '../training/own-record.ts';
import type { Looking } from './looking.ts';

type OfUnit = { unitId: string };
type OfOfficer = { officerId: string };

/**
 * All that may be asked of the reading thread; arguments and answers are plain data. Each asks for permission itself, as
 * whatever a store does. Text is answered as it is, everything else as JSON.
 */
export const readings = {
  unit: (at: Looking, visitor: Visitor, { unitId }: OfUnit) => seeUnit(at, visitor, unitId),

  async unitCsv(at: Looking, visitor: Visitor, { unitId }: OfUnit) {
    const report = await seeUnit(at, visitor, unitId);
    return report.ok ? succeed(unitsCsv(report.value)) : report;
  },

  async officers(at: Looking, visitor: Visitor, { unitId, ...filter }: OfUnit & OfficerFilter) {
    const officers = await listOfficers(at, visitor, unitId, filter);
    return officers.ok ? succeed({ officers: officers.value }) : officers;
  },

  async officersCsv(at: Looking, visitor: Visitor, { unitId, ...filter }: OfUnit & OfficerFilter) {
    const officers = await listOfficers(at, visitor, unitId, filter);
    return officers.ok ? succeed(officersCsv(officers.value)) : officers;
  },

  officer: (at: Looking, visitor: Visitor, { officerId }: OfOfficer) => seeOfficer(at, visitor, officerId),

  path: (at: Looking, visitor: Visitor, { officerId }: OfOfficer) => seePath(at, visitor, officerId),

  async reviews(at: Looking, visitor: Visitor) {
    const reviews = await listReviews(at, visitor);
    return reviews.ok ? succeed({ reviews: reviews.value, screenings: await listScreenings(at, visitor) }) : reviews;
  },

  async reviewsCsv(at: Looking, visitor: Visitor) {
    const reviews = await listReviews(at, visitor);
    return reviews.ok ? succeed(reviewsCsv(reviews.value)) : reviews;
  },

  async watching(at: Looking, visitor: Visitor, { officerId }: OfOfficer) {
    const watching = await seeWatching(at, visitor, officerId);
    return watching.ok ? succeed({ watching: watching.value }) : watching;
  },

  async people(at: Looking, visitor: Visitor) {
    const people = await listPeople(at, visitor);
    return people.ok ? succeed({ people: people.value }) : people;
  },

  squadPeople: (at: Looking, visitor: Visitor, { unitId }: OfUnit) => listSquadPeople(at, visitor, unitId),

  owes: (at: Looking, visitor: Visitor, { unitId }: OfUnit) => seeOwes(at, visitor, unitId),

  async owesCsv(at: Looking, visitor: Visitor, { unitId }: OfUnit) {
    const owes = await seeOwes(at, visitor, unitId);
    return owes.ok ? succeed(owesCsv(owes.value)) : owes;
  },

  async credits(at: Looking, visitor: Visitor) {
    const credits = await listCredits(at, visitor);
    return credits.ok ? succeed({ credits: credits.value }) : credits;
  },

  async ownRecord(at: Looking, visitor: Visitor) {
    const record = await readOwnRecord(at, visitor.actor.officerId);
    return record ? succeed(record) : fail(notFound);
  },
};
