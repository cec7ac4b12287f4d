import * as z from 'zod';
import { drawSlots, type Language as LanguageName, languages } from './closed-lists.ts';

export const Language = z.enum(languages);
export type Language = LanguageName;

/** Both languages of one thing. Spanish is written beside English, never derived from it. */
export const inBothLanguages = <Schema extends z.ZodType>(schema: Schema) => z.strictObject({ en: schema, es: schema });
export type InBothLanguages<T> = Record<Language, T>;

/** Ids are language-neutral, so a record means the same whichever language the officer read. */
export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single hyphens');
export const ClauseId = z.string().regex(/^R\d+$/, 'R and a number, as in R11');
export const ScenarioId = z.string().regex(/^S\d+$/, 'S and a number, as in S1');

export const Clause = z.strictObject({
  id: ClauseId,
  kind: z.enum(['must', 'prohibited', 'definition', 'may', 'background']),
  tested: z.boolean().describe('The draw must meet it in every attempt, whatever the agency has set.'),
});
export type Clause = z.infer<typeof Clause>;

export const DrawSlot = z.enum(drawSlots);

export const AgencySetting = z.strictObject({
  id: Slug,
  options: z
    .array(Slug)
    .min(2)
    .describe('Option ids that the agency may declare right for the decisions naming this setting.'),
  answer: Slug.optional().describe(
    'The option that the agency has declared right. Until then the decision is not graded.',
  ),
});

/** Somebody invented, from no real roster. */
export const Named = z.strictObject({ id: Slug, name: z.string().min(1), gender: z.enum(['f', 'm']) });

export const Course = z.strictObject({
  $schema: z.string().optional(),
  id: Slug,
  edition: z.string().min(1),
  effectiveDate: z.iso.date(),
  source: z.strictObject({ place: z.string().min(1), reported: z.string().regex(/^\d{4}-\d{2}$/, 'year and month') }),
  counselReview: z.union([z.literal('no'), z.strictObject({ office: z.string().min(1), date: z.iso.date() })]),
  windowDays: z.int().positive().describe('Days an officer has, counted from the start of the window.'),
  clauses: z.array(Clause).min(1),
  passRule: z.strictObject({
    watchedShare: z.number().gt(0).max(1).describe('Share of the film that must be covered, 0–1.'),
    reruns: z.int().min(0).describe('Times a scenario may run again before the officer sees the sergeant.'),
    neverBroken: z.array(ClauseId).describe('Prohibitions that the last run of every scenario must keep.'),
  }),
  draw: z.record(DrawSlot, z.array(ScenarioId).min(1)),
  practice: z.array(ScenarioId).default([]).describe('Practised and discussed, but not drawn in the quiz.'),
  cardSort: ScenarioId.describe('The ungraded warm-up.'),
  hourStarts: z
    .enum(['business-done', 'hit'])
    .describe('Counts the hour of R10 from the end of ordinary business, or from the hit; the seed does not say.'),
  dispatchers: z.array(Named).min(3).describe('Fills {dispatcher} in every scenario.'),
  agencySettings: z.array(AgencySetting),
});
export type Course = z.infer<typeof Course>;
