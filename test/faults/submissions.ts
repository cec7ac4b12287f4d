import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Training } from '#domain/completion/training.ts';
import { officerHeader } from '#domain/roster/signed-in.ts';
import type { QuizDecision } from '#domain/scenario/quiz.ts';
import { decisionsOf } from '#test/support/an-agency.ts';
import { type Officer, pack } from './a-site.ts';
import { completionOf } from './records.ts';

export type Item = { kind: string; id: string } & Record<string, unknown>;
export type Answer = {
  status: number;
  receipt: string;
  /** Of the completion that stands after it; null while there is none. */
  completion: string | null;
  code: string;
  retryAfter: string | null;
};

const common = () => ({ id: randomUUID(), editionHash: pack.editionHash, deviceAt: new Date().toISOString() });
export const anOpening = (): Item => ({ kind: 'opened', ...common(), language: 'en' });
export const anAcknowledgement = (): Item => ({ kind: 'acknowledged', ...common(), language: 'es' });
export const aDecision = (decision: QuizDecision): Item => ({
  kind: 'decided',
  ...common(),
  attempt: 1,
  ...decision,
  language: 'en',
});
export const aReport = (fromSeconds: number, toSeconds: number): Item => ({
  kind: 'watched',
  ...common(),
  stretches: [{ fromSeconds, toSeconds, rate: 1 }],
  narration: 'en',
  captions: ['en'],
});

export const headersOf = (url: string, { id, cookie }: Officer) => ({
  'Content-Type': 'application/json',
  Origin: url,
  [officerHeader]: id,
  cookie,
});

/** Sends one item of evidence, as an officer's outbox does. Throws when the server is not there any more. */
export async function submit(url: string, officer: Officer, item: Item): Promise<Answer> {
  const response = await fetch(`${url}/api/training/evidence`, {
    method: 'POST',
    headers: headersOf(url, officer),
    body: JSON.stringify(item),
  });
  const { receipt = '', code = '', training } = (await response.json()) as Partial<Answer & { training: Training }>;
  const completion = training?.completion?.receipt ?? null;
  return { status: response.status, receipt, completion, code, retryAfter: response.headers.get('Retry-After') };
}

const mostSilence = 20_000;

/** A whole training of somebody who was at the roll call, and then the film once more. */
function itemsOf(officer: Officer): (place: number) => Item {
  const decisions = decisionsOf(pack, officer.id);
  return (place) => {
    if (place === 0) return anOpening();
    if (place === 1) return anAcknowledgement();
    const decision = decisions[place - 2];
    if (decision) return aDecision(decision);
    return place % 2 === 0 ? aReport(place % 30, (place % 30) + 1) : anAcknowledgement();
  };
}

const mostAtOnce = 8;

/**
 * Eight at once send one item after the other, each until it has a receipt, over any number of servers: what was on its way
 * when one died goes to the next under the same id. Whoever has completed makes room for the next; the last ones go on.
 */
export function aStream(officers: readonly Officer[], onRefusal: (answer: Answer) => Promise<void>) {
  /** Receipts by the id of the item, and those of completions by the officer. */
  const acknowledged = new Map<string, string>();
  const places = officers.slice(0, mostAtOnce).map((officer) => ({ officer, item: itemsOf(officer), sent: 0 }));
  const later = officers.slice(mostAtOnce);
  const waiting = new Map<string, Item>();

  async function sendUntilGone(url: string, place: (typeof places)[number], goesOn: () => boolean): Promise<void> {
    while (goesOn()) {
      const { officer } = place;
      const item = waiting.get(officer.id) ?? place.item(place.sent);
      waiting.set(officer.id, item);
      const answer = await submit(url, officer, item).catch(() => null);
      if (!answer) return;
      if (answer.status !== 200) {
        await onRefusal(answer);
        continue;
      }
      acknowledged.set(item.id, answer.receipt);
      waiting.delete(officer.id);
      place.sent += 1;
      if (answer.completion === null) continue;
      acknowledged.set(completionOf(officer.id), answer.completion);
      const next = later.shift();
      if (next) Object.assign(place, { officer: next, item: itemsOf(next), sent: 0 });
    }
  }

  return {
    acknowledged,
    completions: () => officers.filter(({ id }) => acknowledged.has(completionOf(id))).length,
    /** Settles when the server is gone, or when it is told to `end`. */
    run(url: string) {
      let goesOn = true;
      const gone = Promise.all(places.map((place) => sendUntilGone(url, place, () => goesOn)));
      const ended = gone.then(() => expect.fail('The server is gone.'));
      ended.catch(() => undefined);
      return {
        gone,
        /** Until there is one more receipt. @returns milliseconds; fails at once when the server is gone or answers amiss */
        async untilMore() {
          const { size } = acknowledged;
          const from = performance.now();
          while (acknowledged.size === size) {
            if (performance.now() - from > mostSilence) expect.fail('Nothing was acknowledged for 20 seconds.');
            await Promise.race([pause(5), ended]);
          }
          return performance.now() - from;
        },
        async end() {
          goesOn = false;
          await gone;
        },
      };
    },
  };
}
