import * as z from 'zod';
import { Decided, ItemId, PlayedStretch } from '#domain/completion/evidence.ts';
import { Language } from '#domain/course/course.ts';
import { longestReason } from '#domain/roll-call/correction.ts';

/** What the station sends. Each has an id of its own, so that a retry is recognised. */
const id = ItemId;
const Id = z.string().min(1).max(100);

export const OpenItem = z.strictObject({ id, unitId: Id });
export const PresenceItem = z.strictObject({ id, officerIds: z.array(Id).min(1).max(2000), present: z.boolean() });
export const GuestItem = z.strictObject({ id, badge: z.string().trim().min(1).max(40) });
export const ScreenedItem = z.strictObject({
  id,
  stretches: z.array(PlayedStretch).min(1).max(200),
  narration: Language,
  captions: z.array(Language).max(2),
  deviceAt: z.iso.datetime(),
});
/** The sergeant's word that these were in the room, as the screen named them when it was given. */
export const CloseItem = z.strictObject({ id, attested: z.literal(true), present: z.array(Id).max(2000) });
/** The attendance of one person, put right after the close. The reason stands in the person's record. */
export const CorrectionItem = z.strictObject({
  id,
  officerId: Id,
  present: z.boolean(),
  reason: z.string().trim().min(1).max(longestReason),
});
/** A talk about one ended attempt. Nothing is typed: nobody's words about a person are kept. */
export const TalkItem = z.strictObject({
  id,
  officerId: Id,
  editionHash: Decided.shape.editionHash,
  attempt: Decided.shape.attempt,
});

export type OpenItem = z.infer<typeof OpenItem>;
export type PresenceItem = z.infer<typeof PresenceItem>;
export type GuestItem = z.infer<typeof GuestItem>;
export type ScreenedItem = z.infer<typeof ScreenedItem>;
export type CloseItem = z.infer<typeof CloseItem>;
export type CorrectionItem = z.infer<typeof CorrectionItem>;
export type TalkItem = z.infer<typeof TalkItem>;
