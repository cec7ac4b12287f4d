import * as z from 'zod';
import { ItemId } from '#domain/completion/evidence.ts';
import type { Answer, Mapping } from '#domain/roster/import.ts';
import { mostRows, mostSheetBytes } from './sheet/limits.ts';

/** Base64 is a third longer than what it holds. */
export const mostFileCharacters = Math.ceil(mostSheetBytes / 3) * 4;

const Columns = z.array(z.string().min(1).max(120)).max(10);
const Mapped = z.strictObject({
  badge: Columns,
  name: Columns,
  rank: Columns,
  unit: Columns,
  duty: Columns,
  personId: Columns,
});
const Digest = z.string().regex(/^[0-9a-f]{64}$/);
const Answers = z
  .array(z.strictObject({ badge: z.string().min(1).max(40), officerId: z.string().min(1).max(100).nullable() }))
  .max(mostRows);

/** The file in base64. Without a mapping the last one is used, or a guess from the header. */
export const PlanAsked = z.strictObject({
  file: z.string().min(1).max(mostFileCharacters),
  mapping: Mapped.nullable(),
  whole: z.boolean(),
  answers: Answers,
});
/** `plan`: the digest of the plan that was shown; any other is refused. */
export const ImportAsked = PlanAsked.extend({ id: ItemId, mapping: Mapped, plan: Digest });

export type PlanAsked = z.infer<typeof PlanAsked>;
export type ImportAsked = z.infer<typeof ImportAsked>;
/** What the ledger keeps of it: the file by its SHA-256. */
export type ImportItem = Pick<ImportAsked, 'id' | 'whole' | 'plan'> & {
  mapping: Mapping;
  answers: readonly Answer[];
  source: string;
};
