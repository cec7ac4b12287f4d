import type { Card, CardOutcome, CardQuestion } from './card.ts';

/** Where an officer stands on the card: before a question, or at what to do. */
export type CardPlace =
  | { kind: 'question'; question: CardQuestion; outcome?: never }
  | { kind: 'outcome'; outcome: CardOutcome; question?: never };

/** @returns null when the card has neither a question nor an outcome of this id */
export function placeOf(card: Card, id: string): CardPlace | null {
  const question = card.questions.find((each) => each.id === id);
  if (question) return { kind: 'question', question };
  const outcome = card.outcomes.find((each) => each.id === id);
  return outcome ? { kind: 'outcome', outcome } : null;
}

/**
 * Follows the answers tapped so far.
 *
 * @returns null when one of them is no answer of this card, as after a newer edition has come
 */
export function placeAfter(card: Card, taps: readonly string[]): CardPlace | null {
  let place = placeOf(card, card.start);
  for (const tap of taps) {
    const answer = place?.question?.answers.find((each) => each.id === tap);
    place = answer ? placeOf(card, answer.leadsTo) : null;
  }
  return place;
}

/** A way through the card: the answers tapped, and where they end. */
export type CardWay = { taps: string[]; place: CardPlace };

/** The most taps between "What came back?" and what to do. */
export const mostTaps = 2;

/** Every way of at most `mostTaps` answers that ends at an outcome, or is cut off there at a further question. */
export function cardWays(card: Card): CardWay[] {
  const goOn = (at: string, taps: string[]): CardWay[] => {
    const place = placeOf(card, at);
    if (!place) return [];
    if (place.kind === 'outcome' || taps.length === mostTaps) return [{ taps, place }];
    return place.question.answers.flatMap((answer) => goOn(answer.leadsTo, [...taps, answer.id]));
  };
  return goOn(card.start, []);
}
