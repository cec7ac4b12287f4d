import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { DatabasePlace } from '#server/db/place.ts';
import { startServer } from './a-server.ts';
import { aSite } from './a-site.ts';
import { isLong, spread, tell } from './figures.ts';
import { compare, lookAfter, receiptsIn } from './records.ts';
import { aStream } from './submissions.ts';

const kills = isLong ? 200 : 6;

/** trust.md 1.1: SIGKILL 50 to 1000 ms into a stream of submissions, again and again on the same records. */
export async function killUnderLoad(kind: DatabasePlace['kind']): Promise<void> {
  const site = await aSite(kind, { seen: true, officers: isLong ? 2000 : 100 });
  if (!site) return console.log('No PostgreSQL for this machine: not killed on it.');
  const { place, officers } = site;
  const stream = aStream(officers, async (answer) => expect.fail(`${answer.status} ${answer.code}`));
  const known = new Map<string, string[]>();
  const starts: number[] = [];
  let read = 0;
  for (let kill = 0; kill <= kills; kill += 1) {
    // A start that fails throws, and the test with it.
    const server = await startServer(place);
    starts.push(server.startedIn);
    const before = await receiptsIn(place, read);
    read = before.last;
    for (const [id, receipts] of before.found) known.set(id, [...(known.get(id) ?? []), ...receipts]);
    expect(compare(stream.acknowledged, known), `after kill ${kill}`).toEqual({ lost: [], doubled: [] });
    if (kill === kills) {
      expect(await server.stop()).toBe(0);
      break;
    }
    const { gone, untilMore } = stream.run(server.url);
    await untilMore();
    await pause(50 + Math.random() * 950);
    await server.kill();
    await gone;
  }
  // Once more from the first entry on: nothing that was there after one kill went with a later one.
  const { found } = await receiptsIn(place);
  expect(compare(stream.acknowledged, found)).toEqual({ lost: [], doubled: [] });
  expect(await lookAfter(place)).toEqual({ verify: 0, rebuild: 0 });
  const completions = stream.completions();
  expect(completions).toBeGreaterThan(0);
  tell(
    `Server killed under load, ${kind}`,
    `${kills} kills, ${stream.acknowledged.size} receipts, ${completions} completions among them`,
    `0 lost, 0 doubled, 0 failed starts (${spread(starts)}); verify and rebuild --check pass`,
  );
}
