import type { DutyStatus, Officer, Unit } from './roster.ts';

/** What a file holds, as text: `rows[0]` is line 2 of the sheet, under its header. Header names are unlike each other. */
export type Sheet = { header: readonly string[]; rows: readonly (readonly string[])[] };

/** Parts of a person that a sheet can hold. Badge and name must be there. */
export const fields = ['badge', 'name', 'rank', 'unit', 'duty', 'personId'] as const;
export type Field = (typeof fields)[number];

/**
 * Which columns hold what, by their header, so that a later file may order them differently. Several columns of a name are
 * joined; several of a unit are levels from the top down, one alone may hold a path as in "Patrol / District 1 / Day".
 */
export type Mapping = Record<Field, readonly string[]>;

/** One of the roster with the agency's own stable id for the person, and since when not listed any more. */
export type Listed = Officer & { personId: string | null; deactivatedAt: string | null };

export type Roster = { units: readonly Unit[]; officers: readonly Listed[] };

/** A person as one row has it; null where the sheet says nothing, and what is known stands. */
export type Row = {
  /** Line of the sheet; the header is line 1. */
  row: number;
  badge: string;
  name: string;
  rank: string | null;
  unit: readonly string[] | null;
  duty: DutyStatus | null;
  personId: string | null;
};

export type Fault = {
  reason:
    | 'missing-badge'
    | 'missing-name'
    | 'too-long'
    | 'too-deep'
    | 'control-characters'
    | 'unknown-duty'
    | 'too-many-cells'
    | 'badge-twice'
    | 'person-twice'
    | 'badge-in-use'
    | 'id-in-use';
  /** Header of the column at fault; null when it is the row itself. */
  column: string | null;
  /** What stands there, or the other rows at fault. */
  found: string;
};

export type FailedRow = { row: number; faults: readonly Fault[]; cells: readonly string[] };

/** The answer to a question: which of the roster this badge's person is, or null when a new one. */
export type Answer = { badge: string; officerId: string | null };

/** Is the person of this row one of these? Nobody is merged, and nobody is split in two, without a word. */
export type Question = {
  row: number;
  badge: string;
  name: string;
  candidates: readonly {
    officerId: string;
    badge: string;
    name: string;
    because: 'same-id' | 'same-badge' | 'same-name';
  }[];
};

/** A unit of the plan: its id, or `new-3` when the import makes it; `path` are names from below the agency down. */
export type UnitPlace = { key: string; path: readonly string[] };

export type DeactivatedBecause = 'not-listed' | 'badge-passed-on';

type Of = { officerId: string; badge: string; name: string };

/** What an import would do. One officer may be changed, moved and returned at once. */
export type Plan = {
  units: readonly { key: string; parentKey: string; name: string; path: readonly string[] }[];
  added: readonly (Omit<Row, 'rank' | 'unit' | 'duty'> & { rank: string; unit: UnitPlace; duty: DutyStatus })[];
  changed: readonly (Of & { field: Exclude<Field, 'unit'>; from: string; to: string })[];
  moved: readonly (Of & { from: UnitPlace; to: UnitPlace })[];
  returned: readonly Of[];
  deactivated: readonly (Of & { because: DeactivatedBecause })[];
  /** Officers who stand as they stood. */
  unchanged: number;
  /** Not in the file, and kept all the same: the person who imports. */
  kept: readonly Of[];
  questions: readonly Question[];
  failed: readonly FailedRow[];
};

export const changesNothing = ({ units, added, changed, moved, returned, deactivated }: Plan): boolean =>
  [units, added, changed, moved, returned, deactivated].every((each) => each.length === 0);
