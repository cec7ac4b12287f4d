import * as z from 'zod';
import { ClauseId, inBothLanguages, Slug } from './course.ts';

/** The film's plan: scenes in order, and in each the cues that are spoken. The words stand in `video/narration/{en,es}.json`. */
export const Storyboard = z.strictObject({
  $schema: z.string().optional(),
  scenes: z
    .array(
      z.strictObject({
        id: Slug,
        drawing: Slug.describe('The React scene that draws it.'),
        cues: z
          .array(
            z.strictObject({
              id: Slug,
              speaker: z.enum(['command', 'association']),
              clauses: z.array(ClauseId).min(1),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});
export type Storyboard = z.infer<typeof Storyboard>;

/** The narration of one language: what is said and seen, the chapter titles and the words drawn in the pictures. */
export const Narration = z.strictObject({
  $schema: z.string().optional(),
  speakers: z.strictObject({ command: z.string().min(1), association: z.string().min(1) }),
  scenes: z.record(Slug, z.strictObject({ title: z.string().min(1), words: z.record(z.string(), z.string()) })),
  cues: z.record(Slug, z.string().min(1)),
  seen: z
    .record(Slug, z.string().min(1))
    .optional()
    .describe('What the pictures of a cue show, for the described transcript of people who cannot see them.'),
});
export type Narration = z.infer<typeof Narration>;

const Seconds = z.number().min(0);

/**
 * The rendered film as the player and the server know it: `media/<course>/film.json`, written by the rendering.
 * Scene boundaries are equal in both languages to the frame; cues lie within their scene and differ by language.
 */
export const Film = z.strictObject({
  courseId: Slug,
  durationSeconds: Seconds.positive(),
  framesPerSecond: z.int().positive(),
  scenes: z
    .array(z.strictObject({ id: Slug, fromSeconds: Seconds, toSeconds: Seconds, title: inBothLanguages(z.string()) }))
    .min(1),
  cues: z
    .array(
      z.strictObject({
        id: Slug,
        sceneId: Slug,
        clauses: z.array(ClauseId),
        at: inBothLanguages(z.strictObject({ fromSeconds: Seconds, toSeconds: Seconds })),
        says: inBothLanguages(z.string()),
        pauses: inBothLanguages(z.array(z.tuple([Seconds, Seconds])))
          .optional()
          .describe('From when until when the voice is silent within the cue; captions begin where it goes on.'),
      }),
    )
    .min(1),
  files: inBothLanguages(
    z.strictObject({
      video: z.string(),
      small: z.string().optional().describe('The same film with fewer pixels, for phones. A film may do without.'),
      captions: inBothLanguages(z.string()).describe('Either language, timed to the voice of this film.'),
      chapters: inBothLanguages(z.string()),
      transcript: z.string().describe('What is seen and said, as plain text, for people who cannot see the film.'),
      poster: z.string().describe('A still in the language of this film, shown until it plays.'),
    }),
  ),
});
export type Film = z.infer<typeof Film>;
