import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { officerHeader } from '#domain/roster/signed-in.ts';
import type { QuizDecision } from '#domain/scenario/quiz.ts';
import { type Officer, pack } from './a-site.ts';

export type Item = { kind: string; id: string } & Record<string, unknown>;
export type Answer = { status: number; receipt: string; code: string; retryAfter: string | null };

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
  const { receipt = '', code = '' } = (await response.json()) as { receipt?: string; code?: string };
  return { status: response.status, receipt, code, retryAfter: response.headers.get('Retry-After') };
}

const mostSilence = 20_000;

/**
 * Everybody sends one item after the other, each until it has a receipt, over any number of servers: what was on its way when
 * one died goes to the next under the same id.
 */
export function aStream(officers: readonly Officer[], onRefusal: (answer: Answer) => Promise<void>) {
  /** Receipts by the id of the item. */
  const acknowledged = new Map<string, string>();
  const waiting = new Map<string, Item>();
  const sent = new Map<string, number>();

  const next = (officer: Officer): Item => {
    const known = waiting.get(officer.id);
    if (known) return known;
    const place = sent.get(officer.id) ?? 0;
    const item =
      place === 0 ? anOpening() : place % 2 === 1 ? aReport(place % 30, (place % 30) + 1) : anAcknowledgement();
    waiting.set(officer.id, item);
    sent.set(officer.id, place + 1);
    return item;
  };

  async function sendUntilGone(url: string, officer: Officer, goesOn: () => boolean): Promise<void> {
    while (goesOn()) {
      const item = next(officer);
      const answer = await submit(url, officer, item).catch(() => null);
      if (!answer) return;
      if (answer.status !== 200) await onRefusal(answer);
      else {
        acknowledged.set(item.id, answer.receipt);
        waiting.delete(officer.id);
      }
    }
  }

  return {
    acknowledged,
    /** Settles when the server is gone, or when it is told to `end`. */
    run(url: string) {
      let goesOn = true;
      const gone = Promise.all(officers.map((officer) => sendUntilGone(url, officer, () => goesOn)));
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
