import type { Said } from '#domain/lms-import/lms-import.ts';
import { noteEvent } from '../ledger/keep.ts';
import type { ProjectionsOf } from '../ledger/projections.ts';
import { inParts } from '../roster/in-parts.ts';

/** The LMS's own words in one line, for the officer to read. */
const inItsWords = ({ status, score, completed }: Said): string =>
  [status, score, completed].filter((each) => each !== '').join(' · ');

export const projectLmsImports: ProjectionsOf<'lms.imported'> = {
  async 'lms.imported'(to, entry) {
    const { item, reported } = entry.payload;
    const by = entry.by ?? '';
    for (const part of inParts(reported)) {
      await to.tx
        .insertInto('credit')
        .values(
          part.map(({ officerId, day, said }) => ({
            agency_id: to.agencyId,
            credit_id: item.id,
            officer_id: officerId,
            kind: 'lms' as const,
            edition_hash: item.editionHash,
            reason: inItsWords(said),
            held_on: day,
            file_hash: item.file.sha256,
            said_by: by,
            said_at: entry.at,
            outcome: 'confirmed' as const,
            decided_by: by,
            decided_at: entry.at,
          })),
        )
        .execute();
    }
    for (const { officerId, said } of reported) await noteEvent(to, entry, officerId, { reason: inItsWords(said) });
  },
};
