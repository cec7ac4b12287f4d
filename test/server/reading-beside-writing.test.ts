import { resolve } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { succeed } from '#domain/shared/result.ts';
import { createApp } from '#server/app.ts';
import type { Payloads } from '#server/ledger/kinds.ts';
import type { ReadingName } from '#server/reading/asked.ts';
import type { Reader } from '#server/reading/reader.ts';
import { readings } from '#server/reading/readings.ts';
import type { Visitor } from '#server/sign-in/visitor.ts';
import { type Agency, anAgency, anItem, send, shortMedia, shortPack, smallRoster } from '#test/support/an-agency.ts';

const many = 10_000;
const squads = 100;
const roster: Payloads['roster.loaded'] = {
  ...smallRoster,
  units: [
    ...smallRoster.units,
    ...Array.from({ length: squads }, (_, at) => ({ id: `squad-${at}`, parentId: 'north', name: `Squad ${at}` })),
  ],
  officers: [
    ...smallRoster.officers,
    ...Array.from({ length: many }, (_, at) => ({
      id: `officer-${at}`,
      badge: String(5_000 + at),
      name: `Núñez ${at}, José`,
      rank: 'Officer',
      unitId: `squad-${at % squads}`,
      duty: 'on-duty' as const,
    })),
  ],
};

const at = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? 0;
const shown = (milliseconds: number) => `${milliseconds.toFixed(1)} ms`;

test('ten thousand officers are listed and exported beside evidence and roll calls, which do not wait for it', async () => {
  const agency = await anAgency({ roster });
  const commander = await agency.as('chief');
  const officer = await agency.as('north-officer', 'pin');
  const sergeant = await agency.as('north-sergeant', 'pin');
  const rollCall = crypto.randomUUID();
  await sergeant.post('/api/roll-calls', { id: rollCall, unitId: 'north-squad' });

  /** Evidence and presence by turns. @returns what each took, and the longest that this thread stood still */
  const write = async (times: number) => {
    const delay = monitorEventLoopDelay({ resolution: 2 });
    const took: number[] = [];
    delay.enable();
    for (let each = 0; each < times; each += 1) {
      const from = performance.now();
      const presence = { id: crypto.randomUUID(), officerIds: ['north-second'], present: each % 4 < 2 };
      const answer =
        each % 2
          ? await sergeant.post(`/api/roll-calls/${rollCall}/presence`, presence)
          : await send(officer, anItem('opened'));
      took.push(performance.now() - from);
      expect(answer.status).toBe(200);
    }
    delay.disable();
    return { took, stood: delay.percentile(99) / 1e6 };
  };
  const lists = async (app: typeof agency.app, file: string) => {
    const path = `http://muster.test/api/reports/units/police/${file}`;
    const answer = await app.request(path, { headers: { Host: 'muster.test', cookie: commander.cookie } });
    expect(answer.status).toBe(200);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(many * 100);
  };
  /** Two who ask for list and CSV again and again, while there is writing. */
  const writeBeside = async (app: typeof agency.app, times: number) => {
    let isOver = false;
    let count = 0;
    const asking = ['officers', 'officers.csv'].map(async (file) => {
      for (; !isOver; count += 1) {
        await lists(app, file);
        // As requests that come over the network: not in the same turn.
        await turn();
      }
    });
    const written = await write(times);
    isOver = true;
    await Promise.all(asking);
    return { ...written, count };
  };
  const inThisThread = createApp(
    { ...agency.installation, reader: readerHere(agency) },
    {
      trustProxy: false,
      pack: shortPack,
      folders: { app: agency.place.dataFolder, public: resolve('public'), media: shortMedia },
      log: pino({ level: 'silent' }),
    },
  );
  await lists(agency.app, 'officers');
  await write(20);

  const alone = { ...(await write(100)), count: 0 };
  const beside = await writeBeside(agency.app, 100);
  const within = await writeBeside(inThisThread, 40);
  for (const [what, { took, stood, count }] of Object.entries({ alone, beside, within })) {
    console.log(
      `${what}, ${count} lists: evidence and presence p50 ${shown(at(took, 0.5))}, p99 ${shown(at(took, 0.99))} ` +
        `(× ${(at(took, 0.99) / at(alone.took, 0.99)).toFixed(1)}); main thread stood still, p99: ${shown(stood)}`,
    );
  }
  // Machines are noisy: only that lists in the thread of their own cost less than lists where everybody waits for them.
  expect(beside.count).toBeGreaterThan(0);
  expect(at(beside.took, 0.5)).toBeLessThan(at(within.took, 0.5));
}, 120_000);

/** The same readings in the main thread: how it would be without the other. */
const readerHere = ({ installation: { db, editions, now } }: Agency) =>
  ({
    async read(name: ReadingName, visitor: Visitor, given: never) {
      const looking = { tx: db, agencyId: visitor.agencyId, editions, now };
      const result = await readings[name](looking, visitor, given);
      return result.ok ? succeed(new TextEncoder().encode(JSON.stringify(result.value))) : result;
    },
    close: async () => undefined,
  }) as unknown as Reader;
