import * as z from 'zod';
import { ClauseId, ScenarioId, Slug } from './course.ts';

const Sentence = z.string().trim().min(1);

/** Words of a paper: `says` may use the scenario's slots as ICU arguments. */
export const PaperText = z.strictObject({
  title: Sentence,
  fields: z.record(Slug, z.strictObject({ label: Sentence, says: Sentence, why: Sentence })),
});
export type PaperText = z.infer<typeof PaperText>;

export const DecisionText = z.strictObject({
  radio: z
    .array(z.strictObject({ who: z.enum(['dispatch', 'officer', 'supervisor', 'other']), says: Sentence }))
    .optional(),
  question: Sentence,
  options: z.record(Slug, z.strictObject({ label: Sentence, consequence: Sentence, why: Sentence })),
});
export type DecisionText = z.infer<typeof DecisionText>;

export const ScenarioText = z.strictObject({
  title: Sentence,
  setting: Sentence.describe('Where, when, weather: one line.'),
  situation: Sentence.describe('At most 60 words.'),
  surface: z.record(z.string(), z.record(Slug, Sentence)),
  papers: z.record(Slug, PaperText),
  decisions: z.record(Slug, DecisionText),
  endings: z.record(Slug, Sentence),
});
export type ScenarioText = z.infer<typeof ScenarioText>;

/** Every sentence of the course that a learner reads, in one language. Messages are ICU. */
export const CourseText = z.strictObject({
  $schema: z.string().optional(),
  title: Sentence,
  summary: Sentence,
  source: Sentence,
  disclaimer: Sentence,
  clauses: z.record(ClauseId, z.strictObject({ name: Sentence, rule: Sentence })),
  scenarios: z.record(ScenarioId, ScenarioText),
  cardSort: z.strictObject({
    title: Sentence,
    instruction: Sentence,
    cards: z.record(Slug, z.strictObject({ title: Sentence, detail: Sentence, why: Sentence })),
  }),
  agencySettings: z.record(Slug, z.strictObject({ question: Sentence })),
});
export type CourseText = z.infer<typeof CourseText>;
