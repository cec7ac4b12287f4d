import * as z from 'zod/mini';
import type { Opening } from '#recording/recorder.ts';

const Place = z.strictObject({
  attempt: z.int(),
  warmedUp: z.boolean(),
  /** Card sort: card → the officer's answer, in the order in which they were sorted. */
  sorted: z.record(z.string(), z.enum(['civil', 'criminal', 'cannot-tell'])),
  shown: z.nullable(z.strictObject({ scenarioId: z.string(), run: z.int() })),
  situationRead: z.boolean(),
  explanationsRead: z.int(),
  remediating: z.boolean(),
});

/**
 * Where on the quiz's screens the officer is. Decisions are not part of it: they are evidence and come from the recorder;
 * without this place a reload would only begin the scenario at its last explanation.
 */
export type QuizPlace = z.infer<typeof Place>;

const firstPlace = (attempt: number): QuizPlace => ({
  attempt,
  warmedUp: false,
  sorted: {},
  shown: null,
  situationRead: false,
  explanationsRead: 0,
  remediating: false,
});

export type KeptPlace = { now: () => QuizPlace; keep: (changes: Partial<QuizPlace>) => void };

/** Kept by opaque learner id and edition, since stations are shared; in memory where the browser keeps nothing. */
export function placeOf({ learnerId, pack, training }: Opening): KeptPlace {
  const key = `muster.quiz.${learnerId}.${pack.editionHash.slice(0, 16)}`;
  const kept = read(key);
  let place = kept?.attempt === training.attempt ? kept : firstPlace(training.attempt);
  return {
    now: () => place,
    keep(changes) {
      place = { ...place, ...changes };
      try {
        localStorage.setItem(key, JSON.stringify(place));
      } catch {
        // Blocked or full storage costs the place after a reload, never a decision.
      }
    },
  };
}

function read(key: string): QuizPlace | null {
  try {
    return z.safeParse(Place, JSON.parse(localStorage.getItem(key) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}
