import type { EvidenceGrade } from '#domain/completion/completion.ts';
import type { OfficerLine, UnitCounts, UnitReport } from '#domain/completion/report.ts';
import type { ReviewLine } from '#domain/coverage/watching-evidence.ts';
import type { SquadOwes } from '#domain/roll-call/roll-call.ts';
import { csvOf } from './csv.ts';

const unitColumns = [
  'unitId',
  'name',
  'only',
  'officers',
  'done',
  'onTheWay',
  'notOpened',
  'late',
  'dueOnReturn',
  'spared',
] as const;
const gradeColumns = ['needsTalk', 'gradeAProved', 'gradeBWitnessed', 'gradeCReported', 'gradeDCredited'] as const;
const officerColumns = [
  'badge',
  'name',
  'rank',
  'unit',
  'duty',
  'standing',
  'watchedShare',
  'overdue',
  'dueAt',
  'backOn',
  'spared',
] as const;
const doneColumns = ['completedAt', 'grade', 'evidence', 'source', 'receipt'] as const;
/** A letter alone would say nothing in a file that has left us. */
const evidenceWords: Record<EvidenceGrade, string> = { A: 'proved', B: 'witnessed', C: 'reported', D: 'credited' };

const reviewColumns = ['badge', 'name', 'unit', 'editionHash', 'seconds', 'reports', 'refused', 'lastAt'] as const;
const correctionColumns = ['completedAt', 'correctedAt', 'correctedBy', 'correctionReason'] as const;

const flat = ({ byGrade: { A, B, C, D }, ...counts }: UnitCounts) => ({
  ...counts,
  gradeAProved: A,
  gradeBWitnessed: B,
  gradeCReported: C,
  gradeDCredited: D,
});

/** The unit itself, then those right below it, then who belongs to none of these (`only` = direct). */
export const unitsCsv = ({ unit, units }: UnitReport): string =>
  csvOf(
    [...unitColumns, ...gradeColumns],
    [unit, ...units].map(({ counts, isDirect, ...each }) => ({
      ...each,
      only: isDirect ? 'direct' : '',
      ...flat(counts),
    })),
  );

export const officersCsv = (officers: readonly OfficerLine[]): string =>
  csvOf(
    [...officerColumns, ...doneColumns],
    officers.map((line) => ({ ...line, evidence: line.grade && evidenceWords[line.grade] })),
  );

export const reviewsCsv = (reviews: readonly ReviewLine[]): string =>
  csvOf(
    [...reviewColumns, ...correctionColumns],
    reviews.map(({ takenAway, ...line }) => ({
      ...line,
      completedAt: takenAway?.completedAt ?? null,
      correctedAt: takenAway?.at ?? null,
      correctedBy: takenAway?.by ?? null,
      correctionReason: takenAway?.reason ?? null,
    })),
  );

const owesColumns = ['badge', 'name', 'rank', 'duty', 'standing', 'overdue', 'dueAt', 'backOn'] as const;

export const owesCsv = ({ lines }: SquadOwes): string => csvOf(owesColumns, lines);
