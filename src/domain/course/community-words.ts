import * as z from 'zod';
import { ClauseId, inBothLanguages, Slug } from './course.ts';

const Sentence = z.string().trim().min(1);
const Paragraphs = z.array(Sentence).min(1).max(3);

/** What residents ask. Ids, order and clauses are the same in both languages (R16). */
export const CommunityQuestion = z.strictObject({
  id: Slug,
  clauses: z.array(ClauseId).describe('What the answer rests on; empty where the policy says nothing.'),
  question: Sentence,
  answer: Paragraphs,
});
export type CommunityQuestion = z.infer<typeof CommunityQuestion>;

const Compared = z.strictObject({ name: Sentence, facts: Paragraphs });

/** Every word of the public page that is not policy, film or disclaimer. Plain text: nothing is filled in. */
export const CommunityWords = z.strictObject({
  title: Sentence,
  lead: Sentence,
  skip: Sentence,
  contents: Sentence.describe('Names the list of places on the page.'),
  language: z.strictObject({ choose: Sentence, en: Sentence, es: Sentence }),
  demo: Sentence,
  sample: z
    .strictObject({ mark: Sentence, says: Sentence })
    .describe('Stands until counsel’s review is recorded in course.json.'),
  notAdvice: Sentence,
  lawyer: Sentence,
  film: z.strictObject({
    title: Sentence,
    lead: Sentence,
    name: inBothLanguages(Sentence).describe('Each film, by the language that is spoken in it.'),
    transcript: inBothLanguages(Sentence),
    download: inBothLanguages(Sentence).describe('The link to the transcript as plain text.'),
    unplayable: Sentence,
  }),
  questions: z.strictObject({
    title: Sentence,
    lead: Sentence,
    compare: z.strictObject({ civil: Compared, criminal: Compared }).describe('Both kinds of warrant, side by side.'),
    restsOn: Sentence,
    list: z.array(CommunityQuestion).min(1),
    complain: z.strictObject({
      question: Sentence,
      answer: Paragraphs,
      ask: Sentence.describe('Said until `contact` is there.'),
      contact: Sentence.optional().describe('The agency’s own: how it takes questions and complaints.'),
    }),
  }),
  policy: z.strictObject({
    title: Sentence,
    lead: Sentence,
    rule: Sentence,
    order: z
      .strictObject({
        number: Sentence,
        onlyInOther: Sentence.describe('Where the order has text in the other language alone.'),
        file: inBothLanguages(Sentence).describe('The link to the order as it was published, by its language.'),
      })
      .describe('Said where the agency has published its own order.'),
  }),
  about: z.strictObject({
    title: Sentence,
    law: Sentence,
    edition: Sentence,
    effective: Sentence,
    reviewed: Sentence,
    notReviewed: Sentence,
  }),
  missing: z.strictObject({ title: Sentence, words: Sentence, back: Sentence }),
});
export type CommunityWords = z.infer<typeof CommunityWords>;
