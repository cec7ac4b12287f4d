import type { DutyStatus } from '../roster/roster.ts';
import type { CompletionSource, EvidenceGrade, Standing } from './completion.ts';
import type { Spared } from './obligation.ts';

/** Counts of one unit and everything below it. Every officer is in exactly one of done, onTheWay, notOpened. */
export type UnitCounts = {
  /** Who owes the training or has completed it. */
  officers: number;
  /** Who owes nothing and has not completed: exempt, or in a unit that was never asked. In none of the other figures. */
  spared: number;
  done: number;
  onTheWay: number;
  notOpened: number;
  /** Past the window, on duty, and not done: a part of onTheWay and notOpened. */
  late: number;
  /** On leave, military, academy or detail, and not done: due on return, never late. */
  dueOnReturn: number;
  needsTalk: number;
  byGrade: Record<EvidenceGrade, number>;
};

export type UnitLine = {
  unitId: string;
  name: string;
  hasUnits: boolean;
  counts: UnitCounts;
  /** Only who belongs to the unit itself and to none below it: in a report on that unit the lines add up with this one. */
  isDirect?: true;
};

/** A unit as the commander sees it: itself, the way up, and the units below it. */
export type UnitReport = { unit: UnitLine; path: { unitId: string; name: string }[]; units: UnitLine[] };

export type OfficerLine = {
  officerId: string;
  badge: string;
  name: string;
  rank: string;
  unit: string;
  duty: DutyStatus;
  standing: Standing;
  watchedShare: number;
  overdue: boolean;
  /** Null while the officer is away and nobody knows until when. */
  dueAt: string | null;
  /** The first day back by the agency's calendar, where it is known. */
  backOn: string | null;
  spared: Spared | null;
  completedAt: string | null;
  grade: EvidenceGrade | null;
  source: CompletionSource | null;
  receipt: string | null;
  /** When the officer left the agency's list; the records stay. ISO 8601 UTC. */
  leftAt?: string;
};

/** The path through the scenarios of one edition: its pack has the words that were read, names and places included. */
export type Path = { editionHash: string; steps: PathStep[] };

/** One decision of the path, for the officer and, with a logged reason, for the training unit. */
export type PathStep = {
  attempt: number;
  scenarioId: string;
  run: number;
  seed: string;
  decisionId: string;
  optionId: string;
  verdict: 'right' | 'wrong' | 'coach' | 'ungraded';
  stopMinutes: number;
  holdMinutes: number;
  language: 'en' | 'es';
  decidedAt: string;
};
