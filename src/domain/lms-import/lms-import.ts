import type { EvidenceGrade } from '../completion/completion.ts';

/** On an LMS's word: our course ran inside it, and no server of ours saw anything of that. */
export const lmsGrade: EvidenceGrade = 'C';

/** Parts of a completion that an export can hold. Badge, status and time of completion must be there. */
export const fields = ['badge', 'name', 'status', 'score', 'completed', 'course'] as const;
export type Field = (typeof fields)[number];

/** Which columns hold what, counted from 0. Several of a name are joined; all those of a status must agree. */
export type Columns = Record<Field, readonly number[]>;

/** What an LMS reported of one learner, in its own words as far as it is evidence. */
export type Said = { status: string; score: string; completed: string };

/** When somebody completed: the day by the agency's calendar, and the instant, ISO 8601 UTC; the day's first where no time was said. */
export type ReportedTime = { day: string; at: string };

export type Reason =
  | 'too-many-cells'
  | 'too-long'
  | 'control-characters'
  | 'no-badge'
  | 'not-passed'
  | 'unknown-status'
  | 'no-date'
  | 'unreadable-date'
  | 'unknown-badge'
  | 'left'
  | 'own'
  | 'before-window'
  | 'future'
  | 'doubled';

/** `found`: what stands there, or the row that counts instead. */
export type Refused = { row: number; reason: Reason; badge: string; found: string; cells: readonly string[] };

/** A row that says that somebody passed. `row`: of the sheet, as a spreadsheet counts. `name`: shown beside ours, never kept. */
export type PassedRow = {
  row: number;
  badge: string;
  name: string;
  said: Said;
  completed: ReportedTime;
  cells: readonly string[];
};

/**
 * One of the roster. `startsOn`: the first day of the edition, for this officer or for the agency, whichever came first. Days
 * by the agency's calendar.
 */
export type LmsOfficer = {
  officerId: string;
  badge: string;
  name: string;
  hasLeft: boolean;
  startsOn: string;
  completion: { completedOn: string; grade: EvidenceGrade } | null;
};

/** What an import would do; rows in the order of the sheet. */
export type LmsPlan = {
  reported: readonly (Omit<PassedRow, 'name' | 'cells'> & { officerId: string; name: string; nameSaid: string })[];
  /** Completed already: the first completion stands. */
  there: readonly { row: number; badge: string; name: string; completedOn: string; grade: EvidenceGrade }[];
  refused: readonly Refused[];
};
