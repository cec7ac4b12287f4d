import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { startServer } from './a-server.ts';
import { aSite, type Officer } from './a-site.ts';
import { tell } from './figures.ts';
import { receiptsIn } from './records.ts';
import { anAcknowledgement, anOpening, headersOf, type Item, submit } from './submissions.ts';

const atOnce = 50;
const repliesLost = 20;

describe.each(['sqlite', 'postgres'] as const)('the same submission again, %s', (kind) => {
  test('fifty at once, a lost reply and another body under the same id are one record', async () => {
    const site = await aSite(kind);
    const [officer, other] = site?.officers ?? [];
    if (!site || !officer || !other) return console.log('No PostgreSQL for this machine: not asked there.');
    const { url } = await startServer(site.place);
    for (const each of [officer, other]) expect((await submit(url, each, anOpening())).status).toBe(200);

    const item = anAcknowledgement();
    const answers = await Promise.all(Array.from({ length: atOnce }, () => submit(url, officer, item)));
    expect(answers.map(({ status }) => status)).toEqual(Array(atOnce).fill(200));
    const receipts = new Set(answers.map(({ receipt }) => receipt));
    expect(receipts.size).toBe(1);
    expect((await receiptsIn(site.place)).found.get(item.id)).toEqual([...receipts]);

    const refused = { status: 409, code: 'evidence.id-taken' };
    expect(await submit(url, officer, { ...item, language: 'en' })).toMatchObject(refused);
    expect(await submit(url, other, item)).toMatchObject(refused);

    const unheard = Array.from({ length: repliesLost }, anAcknowledgement);
    await Promise.all(unheard.map((each, place) => sendAndHangUp(url, officer, each, place * 20)));
    const arrived = (await receiptsIn(site.place)).found;
    const retried: string[] = [];
    for (const each of unheard) {
      const [first, second] = [await submit(url, officer, each), await submit(url, officer, each)];
      expect(second).toEqual(first);
      retried.push(first.receipt);
    }
    const { found } = await receiptsIn(site.place);
    expect(unheard.map(({ id }) => found.get(id))).toEqual(retried.map((receipt) => [receipt]));
    const recorded = unheard.filter(({ id }) => arrived.has(id)).length;
    expect(recorded).toBeGreaterThan(0);
    tell(
      `Same submission ${atOnce} times at once, ${kind}`,
      `${atOnce} answers`,
      `1 entry, ${answers.length} receipts, all equal`,
    );
    tell(
      `Reply lost and sent again, ${kind}`,
      `${repliesLost} submissions`,
      `${recorded} had been recorded when the line went; each 1 entry and the same receipt`,
    );
  }, 60_000);
});

/** The line goes so many milliseconds after the request: before it was read, while it is written, or with the reply on its way. */
async function sendAndHangUp(url: string, officer: Officer, item: Item, after: number): Promise<void> {
  const sending = request(`${url}/api/training/evidence`, { method: 'POST', headers: headersOf(url, officer) });
  sending.on('error', () => undefined);
  sending.end(JSON.stringify(item));
  await pause(after);
  sending.destroy();
  await pause(200);
}
