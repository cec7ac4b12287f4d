import type { WatchingEvidence } from '../coverage/watching-evidence.ts';
import type { DutyStatus } from '../roster/roster.ts';
import type { Completion, Standing } from './completion.ts';
import type { PathStep } from './report.ts';

/** One edition as an officer took it; a later edition changes nothing of an earlier one. */
export type OwnEdition = {
  /** Hash of policy, film, captions and scenarios: what exactly was taught. */
  editionHash: string;
  title: { en: string; es: string };
  standing: Standing;
  openedAt: string | null;
  acknowledgedAt: string | null;
  completion: Omit<Completion, 'officerId' | 'editionHash'> | null;
  watching: WatchingEvidence;
  decisions: readonly PathStep[];
};

const notedByOthers = [
  'roster.returned',
  'roster.deactivated',
  'duty.said',
  'exemption.given',
  'exemption.ended',
  'grant.given',
  'grant.ended',
  'code.slip',
  'code.vouch',
  'code.used',
  'credit.proposed',
  'credit.confirmed',
  'credit.declined',
  'paper.recorded',
  'lms.imported',
  'records.purged',
  'roll-call.corrected-present',
  'roll-call.corrected-absent',
] as const;
export const isNotedByOthers = (kind: string): kind is (typeof notedByOthers)[number] =>
  notedByOthers.some((each) => each === kind);

/** All that is held of one officer, for that officer. Times in ISO 8601 UTC, server time unless said otherwise. */
export type OwnRecord = {
  takenAt: string;
  agency: string;
  officer: { officerId: string; badge: string; name: string; rank: string; unit: string; duty: DutyStatus };
  editions: readonly OwnEdition[];
  /** When the training was kept on a device, for use without a network. */
  takenAlong: readonly { at: string }[];
  talks: readonly { at: string }[];
  rollCalls: readonly { openedAt: string; closedAt: string; unit: string; attestedBy: string }[];
  signIns: readonly {
    at: string;
    what: 'opened' | 'closed' | 'refused' | 'locked';
    proof: 'pin' | 'password' | 'code' | null;
  }[];
  /** Who of the training unit looked at the decisions or the watching, and the reason that was given. */
  readings: readonly { at: string; what: 'path' | 'watching'; by: string; reason: string }[];
  /** What was put into the record in the officer's absence, by whom (null: the program or the terminal), and why where a reason was given. */
  notedByOthers: readonly {
    at: string;
    what: (typeof notedByOthers)[number];
    by: string | null;
    reason: string | null;
  }[];
};
