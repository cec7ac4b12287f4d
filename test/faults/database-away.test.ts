import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import type { Postgres } from '#test/support/a-postgres.ts';
import { startServer } from './a-server.ts';
import { aSite } from './a-site.ts';
import { isLong, spread, tell } from './figures.ts';
import { compare, lookAfter, receiptsIn } from './records.ts';
import { aStream } from './submissions.ts';

const rounds = isLong ? 10 : 1;
const longestBack = 5_000;

type Outage = { what: string; cause(postgres: Postgres): Promise<void> };
const outages: Outage[] = [
  { what: 'stopped and started', cause: (postgres) => restart(postgres, 'fast') },
  { what: 'ended at once, with recovery', cause: (postgres) => restart(postgres, 'immediate') },
  { what: 'one process of it killed, which restarts all', cause: killOneProcess },
];

test('PostgreSQL that goes and comes back under load loses nothing: 503 meanwhile, and on again by itself', async () => {
  const site = await aSite('postgres', { seen: true, officers: isLong ? 400 : 50 });
  if (!site?.postgres) return console.log('No PostgreSQL for this machine: it was not stopped.');
  const { place, postgres, officers } = site;
  let refused = 0;
  const stream = aStream(officers, async ({ status, retryAfter, code }) => {
    expect([status, code, Number(retryAfter) > 0]).toEqual([503, 'storage.away', true]);
    refused += 1;
    await pause(20);
  });
  const server = await startServer(place);
  const { end, untilMore } = stream.run(server.url);
  for (const { what, cause } of isLong ? outages : outages.slice(0, 1)) {
    const backs: number[] = [];
    const refusedBefore = refused;
    for (let round = 0; round < rounds; round += 1) {
      await untilMore();
      await pause(50 + Math.random() * 450);
      await cause(postgres);
      backs.push(await untilMore());
    }
    expect(Math.max(...backs)).toBeLessThanOrEqual(longestBack);
    expect(refused).toBeGreaterThan(refusedBefore);
    tell(
      `PostgreSQL ${what}, under load`,
      `${rounds} times, ${refused - refusedBefore} answers 503`,
      `first receipt after its return: ${spread(backs)}`,
    );
  }
  while (stream.completions() === 0) await untilMore();
  await end();
  const { found } = await receiptsIn(place);
  expect(compare(stream.acknowledged, found)).toEqual({ lost: [], doubled: [] });
  await server.stop();
  expect(await lookAfter(place)).toEqual({ verify: 0, rebuild: 0 });
  tell(
    'PostgreSQL away, all of these',
    `${stream.acknowledged.size} receipts, ${stream.completions()} completions among them`,
    '0 lost, 0 doubled; every refusal has Retry-After; verify and rebuild --check pass',
  );
}, 600_000);

async function restart(postgres: Postgres, how: 'fast' | 'immediate') {
  await postgres.stop(how);
  await pause(300);
  await postgres.start();
}

/** PostgreSQL ends all connections when one of its processes dies of SIGKILL, recovers from its log, and takes new ones. */
async function killOneProcess(postgres: Postgres) {
  const client = await connected(postgres);
  const { rows } = await client.query("SELECT pid FROM pg_stat_activity WHERE application_name = 'muster' LIMIT 1");
  const over = new Promise((done) => client.once('end', done));
  process.kill(rows[0].pid, 'SIGKILL');
  await over;
  for (;;) {
    const again = await connected(postgres).catch(() => null);
    if (again) return again.end();
    await pause(20);
  }
}

async function connected(postgres: Postgres): Promise<Client> {
  const client = new Client({ connectionString: postgres.address() });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
