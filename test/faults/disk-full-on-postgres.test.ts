import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startServer } from './a-server.ts';
import { aSite, type Site } from './a-site.ts';
import { aSmallDisk, fill } from './a-small-disk.ts';
import { isLong, tell } from './figures.ts';
import { compare, lookAfter, receiptsIn } from './records.ts';
import { anAcknowledgement, anOpening, submit } from './submissions.ts';

const refusals = isLong ? 100 : 20;

/** Sends one acknowledgement after the other, and keeps in mind what was said to each. */
function sending({ officers }: Site, url: string) {
  const [officer] = officers;
  if (!officer) throw new Error('A site has officers.');
  const acknowledged = new Map<string, string>();
  const refused = new Map<string, string>();
  return {
    acknowledged,
    refused,
    async send(item = anAcknowledgement()): Promise<number> {
      const answer = await submit(url, officer, item);
      if (answer.status === 200) acknowledged.set(item.id, answer.receipt);
      else refused.set(item.id, answer.code);
      return answer.status;
    },
    read: async () => (await fetch(`${url}/api/training`, { headers: { cookie: officer.cookie } })).status,
  };
}

const counted = (codes: Iterable<string>) =>
  [...Map.groupBy(codes, (code) => code)].map(([code, each]) => `${each.length} ${code}`).join(', ');

async function nothingWrong({ place }: Site, { acknowledged, refused }: ReturnType<typeof sending>) {
  const { found } = await receiptsIn(place);
  expect(compare(acknowledged, found)).toEqual({ lost: [], doubled: [] });
  return [...refused.keys()].filter((id) => found.has(id));
}

test('PostgreSQL whose tables have no room refuses with 507, goes on reading, and goes on writing when there is room', async () => {
  const disk = aSmallDisk(120);
  if (!disk) return;
  const site = await aSite('postgres', { disks: { dataOn: disk } });
  if (!site) return console.log('No PostgreSQL for this machine: its disk was not filled.');
  const server = await startServer(site.place);
  const at = sending(site, server.url);
  expect(await at.send(anOpening())).toBe(200);
  for (let each = 0; each < 50; each += 1) expect(await at.send()).toBe(200);
  const free = fill(disk);
  // Pages that are begun still take some.
  while (at.refused.size < refusals) {
    await at.send();
    expect(await at.read()).toBe(200);
  }
  expect(await nothingWrong(site, at)).toEqual([]);
  free();
  await expect.poll(() => at.send(), { timeout: 20_000 }).toBe(200);
  expect(await server.stop()).toBe(0);
  expect(await lookAfter(site.place)).toEqual({ verify: 0, rebuild: 0 });
  tell(
    'Disk of 120 MB full, postgres',
    `${at.refused.size} refused: ${counted(at.refused.values())}`,
    `reads go on; 0 of ${at.acknowledged.size} receipts without a record, 0 records of what was refused; on again when there is room; verify passes`,
  );
  expect(new Set(at.refused.values())).toEqual(new Set(['storage.full']));
}, 240_000);

test.runIf(isLong)(
  'PostgreSQL whose log has no room ends itself: 503, and all that was acknowledged is there when it is back',
  async () => {
    const disk = aSmallDisk(12);
    if (!disk) return;
    const site = await aSite('postgres', { disks: { logOn: disk } });
    if (!site?.postgres) return console.log('No PostgreSQL for this machine: its log was not filled.');
    const server = await startServer(site.place);
    const at = sending(site, server.url);
    expect(await at.send(anOpening())).toBe(200);
    let free = fill(disk);
    while (at.refused.size < refusals) {
      await at.send();
      // Segments of the log that are done with give room again.
      free = fill(disk);
    }
    free();
    await site.postgres.stop('immediate');
    await pause(300);
    await site.postgres.start();
    await expect.poll(() => at.send(), { timeout: 20_000 }).toBe(200);
    // What was on its way when the database ended may have been written although nobody was told: sent again it is known.
    expect((await nothingWrong(site, at)).length).toBeLessThanOrEqual(1);
    expect(await server.stop()).toBe(0);
    expect(await lookAfter(site.place)).toEqual({ verify: 0, rebuild: 0 });
    tell(
      'Disk of the log full, postgres',
      `${at.refused.size} refused: ${counted(at.refused.values())}`,
      `the database ends itself; 0 of ${at.acknowledged.size} receipts lost once it is back; verify passes`,
    );
    expect(new Set(at.refused.values())).not.toContain('request.failed');
  },
  240_000,
);
