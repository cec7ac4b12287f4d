import * as z from 'zod';
import { CommunityWords } from './community-words.ts';
import { ClauseId, Slug } from './course.ts';

const Sentence = z.string().trim().min(1);

/** Words of a paper: `says` may use {person}, {personGender} and {personBorn}. */
export const FacsimileText = z.strictObject({
  title: Sentence,
  like: Sentence.optional().describe('The real form that it teaches, named in the caption only.'),
  fields: z.record(Slug, z.strictObject({ label: Sentence, says: Sentence, why: Sentence })),
});
export type FacsimileText = z.infer<typeof FacsimileText>;

/** Said on the radio or in person, in order. Dispatch answers exactly what was asked. */
const Exchange = z.array(
  z.strictObject({ who: z.enum(['dispatch', 'officer', 'supervisor', 'caller', 'other']), says: Sentence }),
);
export type Exchange = z.infer<typeof Exchange>;

export const DecisionText = z.strictObject({
  radio: Exchange.optional().describe('Heard before the question.'),
  question: Sentence,
  options: z.record(
    Slug,
    z.strictObject({
      label: Sentence,
      radio: Exchange.optional().describe('Heard after this choice, before its consequence.'),
      consequence: Sentence,
      why: Sentence.describe('Two sentences at most; names a clause of the option.'),
    }),
  ),
});
export type DecisionText = z.infer<typeof DecisionText>;

/** `text/<language>/<scenario>.json` */
export const ScenarioText = z.strictObject({
  $schema: z.string().optional(),
  title: Sentence,
  setting: Sentence.describe('Where, when, weather: one line.'),
  situation: Sentence.describe('At most 60 words.'),
  surface: z.record(z.string(), z.record(Slug, Sentence)),
  decisions: z.record(Slug, DecisionText),
  endings: z.record(Slug, Sentence),
});
export type ScenarioText = z.infer<typeof ScenarioText>;

/** `text/<language>.json`: what belongs to no single scenario. Messages are ICU. */
export const CourseWords = z.strictObject({
  $schema: z.string().optional(),
  title: Sentence,
  summary: Sentence,
  source: Sentence,
  disclaimer: Sentence,
  clauses: z.record(ClauseId, z.strictObject({ name: Sentence, rule: Sentence })),
  facsimiles: z.record(Slug, FacsimileText),
  cardSort: z.strictObject({
    title: Sentence,
    instruction: Sentence,
    cards: z.record(Slug, z.strictObject({ why: Sentence })),
  }),
  agencySettings: z.record(Slug, z.strictObject({ question: Sentence })),
  card: z.strictObject({
    title: Sentence,
    questions: z.record(Slug, z.strictObject({ question: Sentence, answers: z.record(Slug, Sentence) })),
    outcomes: z.record(
      Slug,
      z.strictObject({
        headline: Sentence,
        steps: z.array(Sentence).min(1).max(4),
        never: Sentence.optional().describe('The one mistake to keep from here.'),
      }),
    ),
  }),
  community: CommunityWords,
});

/** Every sentence of the course that a learner reads, in one language. */
export type CourseText = z.infer<typeof CourseWords> & { scenarios: Record<string, ScenarioText> };
