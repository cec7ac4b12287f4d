import * as z from 'zod';
import { ClauseId, Named, ScenarioId, Slug } from './course.ts';

/** What a cue on a paper tells: the word WARRANT, for one, proves nothing. */
export const PointsTo = z.enum(['civil', 'criminal', 'nothing']);
export type PointsTo = z.infer<typeof PointsTo>;

export const Basis = z.enum(['unknown', 'civil', 'criminal']);
export type Basis = z.infer<typeof Basis>;

/** A training facsimile, drawn by us; the words stand in the course text under the same ids. */
export const Facsimile = z.strictObject({
  id: Slug,
  kind: z.enum(['database-return', 'dhs-form', 'court-paper']),
  fields: z
    .array(
      z.strictObject({
        id: Slug,
        part: z
          .enum(['corner', 'heading', 'line', 'body', 'box', 'signature'])
          .default('line')
          .describe('Where on the sheet it stands: a box is ticked, a signature stands over a line.'),
        pointsTo: PointsTo,
        clipped: z.boolean().optional().describe('Cut off at the screen edge.'),
        empty: z.boolean().optional().describe('A signature line that nobody has signed; the words say so.'),
      }),
    )
    .min(1),
});
export type Facsimile = z.infer<typeof Facsimile>;

/** `facsimiles.json`: every paper and return of the course, drawn once and used by scenarios and card sort. */
export const Facsimiles = z.strictObject({ $schema: z.string().optional(), facsimiles: z.array(Facsimile).min(1) });

/** A paper in a scenario: which facsimile, and whom it is about. */
export const Paper = z.strictObject({
  id: Slug,
  facsimile: Slug,
  about: z
    .string()
    .min(1)
    .describe('Slot of `people`; fills {person}, {personGender} and {personBorn} of the facsimile.'),
});
export type Paper = z.infer<typeof Paper>;

/** Where an option leads: a decision or an ending by id, or a chance whose outcome the seed has fixed. */
export const Next = z.union([Slug, z.strictObject({ chance: Slug, leadsTo: z.record(Slug, Slug) })]);
export type Next = z.infer<typeof Next>;

export const Option = z.strictObject({
  id: Slug,
  verdict: z.enum(['right', 'wrong', 'coach']).describe('coach: explained and repeated, not failed.'),
  stopMinutes: z.int().min(0).default(0).describe('Ordinary business of the stop.'),
  holdMinutes: z.int().min(0).default(0).describe('Not free to leave because of the hit (R10).'),
  idle: z
    .boolean()
    .optional()
    .describe(
      'None of the stop’s own business is done in its stop minutes: a note on Rodriguez v. United States, not R10.',
    ),
  clauses: z.array(ClauseId).min(1).describe('Right: shown to be understood. Wrong or coach: broken or missed.'),
  basis: Basis.optional().describe('What the officer knows of the basis after this.'),
  cue: Slug.optional().describe('The film cue that teaches it; every wrong option needs one.'),
  next: Next,
});
export type Option = z.infer<typeof Option>;

export const Decision = z.strictObject({
  id: Slug,
  papers: z.array(Slug).default([]).describe('Papers in view; those of earlier decisions stay at hand.'),
  agency: Slug.optional().describe(
    'Set by the agency, not by the seed: without the setting it is shown and not graded.',
  ),
  basis: Basis.optional().describe(
    'What the officer knows of the basis on facing it: for answers that chance brings, as an option cannot know them.',
  ),
  options: z.array(Option).min(2),
});
export type Decision = z.infer<typeof Decision>;

export const Person = Named.extend({
  born: z
    .string()
    .regex(/^01\/01\/\d{4}$/, '01/01 and a year, as on every facsimile')
    .describe('Plainly invented.'),
});
export type Person = z.infer<typeof Person>;

export const Scenario = z.strictObject({
  $schema: z.string().optional(),
  id: ScenarioId,
  startsAt: z.strictObject({ stopMinutes: z.int().min(0), holdMinutes: z.int().min(0), basis: Basis }),
  hit: z
    .boolean()
    .optional()
    .describe('False where nobody is stopped with a hit: ordinary minutes then never count for the hour.'),
  people: z
    .record(z.string(), z.array(Person).min(1))
    .describe('Slot → people the seed picks from; text says {slot}, {slotGender} and {slotBorn}.'),
  surface: z
    .record(z.string(), z.array(Slug).min(1))
    .describe('Slot → wordings the seed picks from (place, vehicle, weather).'),
  chances: z.record(Slug, z.array(Slug).min(2)).default({}).describe('Chance → outcomes the seed picks from.'),
  papers: z.array(Paper),
  start: Slug,
  decisions: z.array(Decision).min(1),
  endings: z.array(z.strictObject({ id: Slug })).min(1),
});
export type Scenario = z.infer<typeof Scenario>;

export const CardSort = z.strictObject({
  $schema: z.string().optional(),
  id: ScenarioId,
  clauses: z.array(ClauseId).min(1),
  people: z.array(Person).min(3).describe('Whom the papers on the cards are about.'),
  cards: z
    .array(z.strictObject({ id: Slug, facsimile: Slug, answer: z.enum(['civil', 'criminal', 'cannot-tell']) }))
    .min(1),
});
export type CardSort = z.infer<typeof CardSort>;
