import type { SortPlace } from '#app/scenario/card-sort.tsx';
import type { ShownRun } from '#domain/scenario/quiz-machine.ts';
import type { Opening } from '#recording/recorder.ts';

/**
 * Where on the quiz's screens the officer is. Decisions are not part of it: they are evidence and come from the recorder;
 * without this place a reload would only begin the scenario at its last explanation.
 */
export type QuizPlace = SortPlace & {
  attempt: number;
  warmedUp: boolean;
  shown: ShownRun | null;
  situationRead: boolean;
  explanationsRead: number;
  remediating: boolean;
};

const firstPlace = (attempt: number): QuizPlace => ({
  attempt,
  warmedUp: false,
  sorted: {},
  cardsRead: 0,
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
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isPlace(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** A plain guard: a parser would cost phones 7 kB, and what fails here costs the exact place only. */
function isPlace(kept: unknown): kept is QuizPlace {
  const place = kept as QuizPlace | null;
  return (
    typeof place === 'object' &&
    place !== null &&
    [place.attempt, place.explanationsRead, place.cardsRead].every(Number.isInteger) &&
    [place.warmedUp, place.situationRead, place.remediating].every((mark) => typeof mark === 'boolean') &&
    typeof place.sorted === 'object' &&
    place.sorted !== null &&
    (place.shown === null || (typeof place.shown.scenarioId === 'string' && Number.isInteger(place.shown.run)))
  );
}
