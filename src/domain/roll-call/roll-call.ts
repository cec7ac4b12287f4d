import type { EvidenceGrade, Standing } from '../completion/completion.ts';
import { type Coverage, cover } from '../coverage/coverage.ts';
import type { Watching } from '../coverage/watching.ts';
import type { SignedHead } from '../ledger/head.ts';
import type { DutyStatus } from '../roster/roster.ts';
import type { Talk } from './talk.ts';

/** One screening of the film to a squad, run by a sergeant on the station device. */
export type RollCall = {
  id: string;
  editionHash: string;
  unitId: string;
  sergeantId: string;
  openedAt: string;
  /** Officer ids whose presence was taken; the sergeant counts too. */
  present: readonly string[];
  /** What the station played, timed by the server with the allowance of a single viewer. */
  screening: Watching;
  closedAt: string | null;
  /** Whose word it was closed on; not always the sergeant who opened it. */
  closedBy: string | null;
};

/** Only a closed roll call, attested by the sergeant, witnesses anything; late stretches of the station are not timed. */
export const witnessedBy = (rollCall: RollCall): Coverage =>
  rollCall.closedAt === null ? [] : rollCall.screening.proved;

/** What roll calls witness of an officer, worked out from the attendance as it stands now, corrected. */
export const witnessedOf = (officerId: string, rollCalls: readonly RollCall[]): Coverage =>
  cover(...rollCalls.filter(({ present }) => present.includes(officerId)).flatMap(witnessedBy));

/** One line of the roster as the sergeant's screen draws it. */
export type RosterLine = {
  officerId: string;
  badge: string;
  name: string;
  rank: string;
  duty: DutyStatus;
  present: boolean;
  /** Of another squad, added by badge. */
  guest: boolean;
  standing: Standing;
  /** Of a completion: how well it is borne out. */
  grade: EvidenceGrade | null;
};

/** Who opened a roll call or attested to it. */
export type Signer = { id: string; name: string; badge: string };

/** One correction of the attendance after the close: the old value stays beside the new one. Time in ISO 8601 UTC. */
export type Correction = {
  /** Its place in the ledger. */
  seq: number;
  officer: Signer;
  was: boolean;
  present: boolean;
  at: string;
  by: Signer;
  reason: string;
};

/** A roll call as the station screen draws it; after a reload this is all it needs. */
export type RollCallView = {
  id: string;
  editionHash: string;
  unit: { id: string; name: string };
  sergeant: Signer;
  openedAt: string;
  closedAt: string | null;
  /** The sergeant who attested, once it is closed. */
  attestedBy: Signer | null;
  /** The ledger's head as it was signed at the close: kept on paper, it shows later whether records were taken away. */
  head: SignedHead | null;
  roster: RosterLine[];
  /** What was corrected since the close, the first one first. */
  corrections: Correction[];
  /** What the server has timed so far, and where the film should go on. */
  covered: Coverage;
  watchedShare: number;
  /** The screening would count for the officers present if it were closed now. */
  filmSeen: boolean;
  dueAt: string;
};

/** A squad that the sergeant may run, and what is open there. */
export type SquadChoice = {
  unitId: string;
  name: string;
  path: string[];
  officers: number;
  openRollCallId: string | null;
};

/** Who of a squad still owes what. */
export type SquadOwes = { unit: { id: string; name: string }; dueAt: string; lines: OwesLine[] };
export type OwesLine = {
  officerId: string;
  badge: string;
  name: string;
  rank: string;
  duty: DutyStatus;
  standing: Standing;
  /** This officer's own last day, later than the squad's after an absence; null while nobody knows when it ends. */
  dueAt: string | null;
  /** The first day back by the agency's calendar, where it is known. */
  backOn: string | null;
  overdue: boolean;
  /** What the sergeant is to talk over with the officer; null unless the quiz waits for that. */
  talk: Talk | null;
};

/** A talk is on the record and the next attempt open. `line`: what is still owed now. */
export type TalkRecorded = { receipt: string; line: OwesLine | null };

/** A correction is on the record. `rollCall`: the closed sheet as it reads now. */
export type CorrectionRecorded = { receipt: string; rollCall: RollCallView };
