import type { EvidenceGrade, Standing } from '#domain/completion/completion.ts';
import type { Language } from '#domain/course/closed-lists.ts';
import type { ReviewOutcome } from '#domain/coverage/watching-evidence.ts';
import type { AwayStatus } from '#domain/roster/absence.ts';
import type { StartLanguage } from '#domain/roster/agency.ts';
import type { Role } from '#domain/roster/roster.ts';
import type { QuizStanding } from '#domain/scenario/quiz.ts';
import type { CodePurpose } from '#domain/sign-in/entry-code.ts';

/**
 * Rows as they stand, typed by hand. Times are ISO 8601 text in UTC, so that SQLite and PostgreSQL sort alike; yes and no
 * are 1 and 0; what is read back whole is JSON text. Every key begins with the agency.
 */
export type Tables = RosterTables & LedgerTables & SignInTables & TrainingTables & WatchingTables & RollCallTables;

type Flag = 0 | 1;

/** Projections of the roster entries. */
type RosterTables = {
  agency: {
    agency_id: string;
    name: string;
    demo: Flag;
    time_zone: string;
    start_language: StartLanguage;
    /** When an administrator named it; null until then. */
    set_up_at: string | null;
    /** Hash of the last entry that changed what is the same for everybody (agency/frame.ts). */
    frame: string | null;
  };
  unit: { agency_id: string; unit_id: string; parent_id: string | null; name: string; position: number };
  officer: {
    agency_id: string;
    officer_id: string;
    badge: string;
    name: string;
    rank: string;
    unit_id: string;
    /** The agency's own stable id for the person. */
    person_id: string | null;
    /** Since when not on the agency's list any more; no two others wear one badge. */
    deactivated_at: string | null;
  };
  /** Days by the agency's calendar; `until_day` is the last one away, null while nobody knows it. */
  absence: { agency_id: string; officer_id: string; from_day: string; until_day: string | null; duty: AwayStatus };
  /** `until`: of an acting supervisor; what has ended stays on record. */
  role_grant: {
    agency_id: string;
    grant_id: string;
    officer_id: string;
    role: Role;
    unit_id: string;
    granted_by: string | null;
    granted_at: string;
    until: string | null;
    ended_by: string | null;
    ended_at: string | null;
  };
  /** `source`: SHA-256 of the file; `mapping` and `counts` as JSON. */
  roster_import: {
    agency_id: string;
    seq: number;
    item_id: string;
    imported_by: string | null;
    imported_at: string;
    source: string;
    mapping: string;
    counts: string;
  };
};

/** The chain, never changed; and `receipt`, which makes a retry recognisable. */
type LedgerTables = {
  ledger_entry: {
    agency_id: string;
    chain_id: string;
    seq: number;
    prev: string;
    kind: string;
    at: string;
    payload_digest: string;
    hash: string;
  };
  /** The exact text that was hashed. It can be purged lawfully without breaking the chain. */
  ledger_payload: { agency_id: string; chain_id: string; seq: number; salt: string; text: string };
  /** `seq`: where what was taken stands in the ledger. */
  receipt: { agency_id: string; item_id: string; officer_id: string; digest: string; receipt: string; seq: number };
  /** How far the chain had come, signed (head.ts); `subject`: the roll call at whose close it was. */
  ledger_head: {
    agency_id: string;
    chain_id: string;
    seq: number;
    hash: string;
    at: string;
    reason: string;
    subject: string | null;
    key_id: string;
    jws: string;
  };
  /** Public keys of all times, by thumbprint. */
  ledger_key: { agency_id: string; key_id: string; jwk: string; made_at: string };
  /** By which rules the projections were last written (rebuild.ts). */
  projections_version: { agency_id: string; version: number };
  /** What stands in an officer's history. */
  officer_event: {
    agency_id: string;
    seq: number;
    officer_id: string;
    kind: string;
    at: string;
    grade: EvidenceGrade | null;
    noted_by: string | null;
    reason: string | null;
  };
};

/** Secrets and open sessions: neither evidence nor projection, so they stand outside the ledger. */
type SignInTables = {
  credential: { agency_id: string; officer_id: string; proof: 'pin' | 'password'; salt: string; hash: string };
  /** The link of the first set-up; gone with the first administrator. */
  setup_link: { agency_id: string; token_hash: string };
  /** Codes that let somebody in once, to choose a PIN or a password; one of each purpose, as hashes. */
  entry_code: {
    agency_id: string;
    officer_id: string;
    purpose: CodePurpose;
    proof: 'pin' | 'password';
    salt: string;
    hash: string;
    expires_at: string;
  };
  session: {
    agency_id: string;
    token_hash: string;
    officer_id: string;
    proof: 'pin' | 'password';
    opened_at: string;
    seen_at: string;
  };
  /** Kept by badge as typed, known or not, so that the replies do not tell which badges exist. */
  sign_in_try: {
    agency_id: string;
    badge: string;
    proof: 'pin' | 'password' | 'code';
    wrong_at: string;
    locked_until: string | null;
  };
};

type TrainingTables = {
  /** Packs by hash, kept as first used, so that an officer midway finishes the edition that was opened. */
  edition: { agency_id: string; edition_hash: string; pack: string };
  /** Which edition the agency has asked for since when; the last one adopted is the current. */
  assignment: {
    agency_id: string;
    seq: number;
    edition_hash: string;
    starts_on: string;
    adopted_at: string;
    /** JSON: hashes of earlier editions whose completion counts for this one. */
    counts: string;
  };
  /** What the agency says of the course (AgencyCourse as JSON); the last one holds. */
  agency_course: { agency_id: string; seq: number; said: string; said_by: string | null; said_at: string };
  /** Orders and scans of paper sheets, by the SHA-256 of their bytes. Kept for good: records name them. */
  agency_file: { agency_id: string; hash: string; media_type: string; base64: string };
  /**
   * A completion on the agency's word (grade D) or an LMS's (grade C), a row an officer. `outcome`: of what takes a second
   * person. Of an LMS's: `reason` is what it said, `held_on` the day, `file_hash` the SHA-256 of its export.
   */
  credit: {
    agency_id: string;
    credit_id: string;
    officer_id: string;
    kind: 'administrative' | 'paper' | 'lms';
    edition_hash: string;
    reason: string | null;
    held_on: string | null;
    file_hash: string | null;
    said_by: string;
    said_at: string;
    outcome: 'open' | 'confirmed' | 'declined';
    decided_by: string | null;
    decided_at: string | null;
  };
  /** A unit with days of its own: another start, another length (null: the course's), or nothing owed at all. */
  unit_window: {
    agency_id: string;
    edition_hash: string;
    unit_id: string;
    starts_on: string;
    days: number | null;
    owes: Flag;
  };
  exemption: {
    agency_id: string;
    officer_id: string;
    edition_hash: string;
    reason: string;
    given_by: string;
    given_at: string;
  };
  training: {
    agency_id: string;
    officer_id: string;
    edition_hash: string;
    opened_at: string | null;
    watching: string | null;
    witnessed: string;
    acknowledged_at: string | null;
    attempt: number;
    quiz: QuizStanding;
    standing: Standing;
    watched_share: number;
  };
  quiz_decision: {
    agency_id: string;
    officer_id: string;
    edition_hash: string;
    attempt: number;
    position: number;
    scenario_id: string;
    run: number;
    decision_id: string;
    option_id: string;
    language: Language;
    decided_at: string;
  };
  completion: {
    agency_id: string;
    officer_id: string;
    edition_hash: string;
    completion_id: string;
    completed_at: string;
    grade: EvidenceGrade;
    receipt: string;
  };
};

/** What an officer may ask about the own record, and what the training unit looks at. */
type WatchingTables = {
  /** Each accepted report of a player; `stretches` as sent, the rest as JSON of what the server's clock made of them. */
  watch_report: {
    agency_id: string;
    seq: number;
    officer_id: string;
    edition_hash: string;
    received_at: string;
    device_at: string;
    offset_seconds: number;
    stretches: string;
    proved: string;
    late: string;
    to_review: string;
    review_seconds: number;
  };
  /** What was to review up to an entry is settled. */
  review_note: {
    agency_id: string;
    seq: number;
    officer_id: string;
    edition_hash: string;
    up_to_seq: number;
    outcome: ReviewOutcome;
    noted_by: string;
    noted_at: string;
  };
  /** Evidence under an id that was taken; `officer_id` sent it, `sent` is its body as JSON. It counts for nothing. */
  refused_item: {
    agency_id: string;
    seq: number;
    officer_id: string;
    item_id: string;
    edition_hash: string;
    refused_at: string;
    sent: string;
  };
  record_reading: {
    agency_id: string;
    seq: number;
    officer_id: string;
    what: 'path' | 'watching';
    read_by: string;
    reason: string;
    read_at: string;
  };
  /** Whose records are not purged, however old. */
  record_hold: { agency_id: string; officer_id: string; reason: string; placed_by: string; placed_at: string };
  sign_in_event: {
    agency_id: string;
    seq: number;
    officer_id: string;
    what: 'opened' | 'closed' | 'refused' | 'locked';
    proof: 'pin' | 'password' | 'code' | null;
    at: string;
  };
};

type RollCallTables = {
  roll_call: {
    agency_id: string;
    roll_call_id: string;
    edition_hash: string;
    unit_id: string;
    sergeant_id: string;
    opened_at: string;
    screening: string;
    closed_at: string | null;
    closed_by: string | null;
  };
  presence: { agency_id: string; roll_call_id: string; officer_id: string; present: Flag };
  /** Each correction of a closed roll call's attendance: `presence` says what holds, this what stood there before. */
  presence_correction: {
    agency_id: string;
    seq: number;
    roll_call_id: string;
    officer_id: string;
    was: Flag;
    present: Flag;
    at: string;
    corrected_by: string;
    reason: string;
  };
};

/** What the entries alone determine: emptied and written again by a rebuild. */
export const projectionTables = [
  'agency',
  'unit',
  'officer',
  'absence',
  'role_grant',
  'roster_import',
  'receipt',
  'officer_event',
  'assignment',
  'unit_window',
  'exemption',
  'agency_course',
  'credit',
  'training',
  'quiz_decision',
  'completion',
  'roll_call',
  'presence',
  'presence_correction',
  'watch_report',
  'review_note',
  'refused_item',
  'record_reading',
  'sign_in_event',
  'record_hold',
] as const satisfies (keyof Tables)[];

/** Every table, for backups: the projections and what no entry can bring back. */
export const storedTables = [
  ...projectionTables,
  'ledger_entry',
  'ledger_payload',
  'ledger_head',
  'ledger_key',
  'projections_version',
  'edition',
  'agency_file',
  'credential',
  'entry_code',
  'setup_link',
  'session',
  'sign_in_try',
] as const satisfies (keyof Tables)[];
