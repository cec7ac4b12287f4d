import * as z from 'zod';
import { ItemId } from '#domain/completion/evidence.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Text = z.string().max(60_000);
const OrderFile = z.strictObject({ hash: Hash, name: z.string().trim().min(1).max(200) });
const Slug = z.string().min(1).max(80);

/** What the agency says of the course, whole: what is left out is not said any more. */
export const OrderItem = z.strictObject({
  id: ItemId,
  order: z
    .strictObject({
      number: z.string().trim().min(1).max(60),
      date: z.iso.date(),
      text: z.strictObject({ en: Text, es: Text }).partial(),
      files: z.strictObject({ en: OrderFile, es: OrderFile }).partial(),
    })
    .nullable(),
  review: z.strictObject({ office: z.string().trim().min(1).max(120), date: z.iso.date() }).nullable(),
  answers: z.record(Slug, Slug),
  startsOn: z.iso.date(),
  /** Who completed the edition of before owes nothing of this one. */
  counts: z.boolean(),
});
export type OrderItem = z.infer<typeof OrderItem>;
