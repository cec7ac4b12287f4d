import * as z from 'zod';
import { ItemId, Opened } from '#domain/completion/evidence.ts';
import { Reason } from '../training/exemptions.ts';

const Id = z.string().min(1).max(100);
const officerIds = z.array(Id).min(1).max(200);
const { editionHash } = Opened.shape;

/** Somebody says that these officers know it already, and why; another person decides. */
export const CreditItem = z.strictObject({ id: ItemId, editionHash, officerIds, reason: Reason });
export const CreditDecision = z.strictObject({
  id: ItemId,
  creditId: Id,
  outcome: z.enum(['confirmed', 'declined']),
});
/** A training that was held on paper: the day, who signed, and the sheet itself. */
export const PaperItem = z.strictObject({
  id: ItemId,
  editionHash,
  officerIds,
  heldOn: z.iso.date(),
  fileHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type CreditItem = z.infer<typeof CreditItem>;
export type CreditDecision = z.infer<typeof CreditDecision>;
export type PaperItem = z.infer<typeof PaperItem>;
