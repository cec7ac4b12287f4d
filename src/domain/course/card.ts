import * as z from 'zod';
import { ClauseId, Slug } from './course.ts';

/** The tag that an outcome wears; a hit that has fallen away is neither, and wears none. */
export const CardBasis = z.enum(['civil', 'criminal', 'cannot-tell']);

export const CardQuestion = z.strictObject({
  id: Slug,
  answers: z
    .array(z.strictObject({ id: Slug, leadsTo: Slug.describe('The id of a question or of an outcome.') }))
    .min(2)
    .max(6),
});
export type CardQuestion = z.infer<typeof CardQuestion>;

export const CardOutcome = z.strictObject({
  id: Slug,
  basis: CardBasis.optional().describe('Left out where there is no warrant left to judge.'),
  clauses: z.array(ClauseId).min(1).describe('What the outcome follows from; the first one weighs most.'),
});
export type CardOutcome = z.infer<typeof CardOutcome>;

/** `card.json`: the roadside card, from what came back to what to do. Its words stand in `text/<language>.json`. */
export const Card = z.strictObject({
  $schema: z.string().optional(),
  start: Slug,
  questions: z.array(CardQuestion).min(1),
  outcomes: z.array(CardOutcome).min(1),
});
export type Card = z.infer<typeof Card>;
