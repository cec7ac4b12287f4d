import type { EvidenceItem } from '../completion/evidence.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import type { WatchingEvidence } from './watching-evidence.ts';

/** In what two submissions under one id can differ, each with the fields of their bodies that say it. */
export const comparedFields = {
  kind: ['kind'],
  edition: ['editionHash'],
  device: ['deviceAt'],
  film: ['stretches'],
  language: ['language', 'narration', 'captions'],
  decision: ['attempt', 'scenarioId', 'run', 'decisionId', 'optionId'],
} as const;
export type Compared = keyof typeof comparedFields;
export const compared = Object.keys(comparedFields) as Compared[];

/** What somebody sent, and when it reached the server (ISO 8601 UTC). */
export type Submission = {
  at: string;
  /** Rank and name; null for somebody of a unit that the reader may not review. */
  by: string | null;
  /** Null where it is another officer's, whose evidence takes a reason of its own, or was purged. */
  item: EvidenceItem | null;
};

/** Something sent again under an id that was taken. It counts for nothing. */
export type RefusedItem = {
  /** The place of the refusal in the ledger. */
  seq: number;
  sent: Submission;
  first: Submission | null;
  isOtherOfficer: boolean;
  /** Null when what was taken first is not kept any more, or was no evidence. */
  differs: readonly Compared[] | null;
};

/** One edition for the training unit: what was watched, and what was sent again under an id that was taken. */
export type ReviewEvidence = WatchingEvidence & { refused: readonly RefusedItem[] };

/** In what the two bodies differ; nothing of a captured one that was sent as it was. */
export function differencesOf(sent: EvidenceItem, first: EvidenceItem): Compared[] {
  const said = (item: EvidenceItem, what: Compared) =>
    canonicalJson(comparedFields[what].map((field) => item[field as keyof EvidenceItem] ?? null));
  return compared.filter((what) => said(sent, what) !== said(first, what));
}
