import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startServer } from './a-server.ts';
import { aSite } from './a-site.ts';
import { aSmallDisk, fill } from './a-small-disk.ts';
import { isLong, tell } from './figures.ts';
import { compare, lookAfter, receiptsIn } from './records.ts';
import { type Answer, anAcknowledgement, anOpening, submit } from './submissions.ts';

const rounds = isLong ? 5 : 1;
/** Refusals to be seen in a round before space is freed. */
const refusals = isLong ? 100 : 20;

test('a full disk refuses what is written with 507, goes on reading, and has no receipt for what is not there', async () => {
  const folder = aSmallDisk(80);
  if (!folder) return;
  mkdirSync(join(folder, 'data'));
  const site = await aSite('sqlite', { folder: join(folder, 'data') });
  const [officer] = site?.officers ?? [];
  if (!site || !officer) throw new Error('SQLite is part of Node.');
  const server = await startServer(site.place);
  const { url } = server;
  const acknowledged = new Map<string, string>();
  const refused = new Set<string>();
  const refusedAs = new Map<string, number>();
  const send = async (item = anAcknowledgement()): Promise<Answer> => {
    const answer = await submit(url, officer, item);
    if (answer.status === 200) acknowledged.set(item.id, answer.receipt);
    else refused.add(item.id);
    return answer;
  };
  expect((await send(anOpening())).status).toBe(200);
  for (let round = 0; round < rounds; round += 1) {
    for (let each = 0; each < 50; each += 1) expect((await send()).status).toBe(200);
    const free = fill(folder);
    const before = refused.size;
    // The log of SQLite has room of its own for a while: what is acknowledged meanwhile must be there.
    while (refused.size < before + refusals) {
      const answer = await send();
      if (answer.status !== 200) refusedAs.set(answer.code, (refusedAs.get(answer.code) ?? 0) + 1);
      const read = await fetch(`${url}/api/training`, { headers: { cookie: officer.cookie } });
      expect(read.status).toBe(200);
    }
    const { found } = await receiptsIn(site.place);
    expect(compare(acknowledged, found)).toEqual({ lost: [], doubled: [] });
    expect([...refused].filter((id) => found.has(id))).toEqual([]);
    free();
    expect((await send()).status).toBe(200);
  }
  expect(await server.stop()).toBe(0);
  expect(await lookAfter(site.place)).toEqual({ verify: 0, rebuild: 0 });
  const answers = [...refusedAs].map(([code, count]) => `${count} ${code}`).join(', ');
  tell(
    'Disk of 80 MB full, sqlite',
    `${rounds} times, ${refused.size} refused: ${answers}`,
    `reads go on; 0 of ${acknowledged.size} receipts without a record, 0 records of what was refused; on again when there is room; verify passes`,
  );
  expect([...refusedAs.keys()]).toEqual(['storage.full']);
}, 240_000);

test('a full folder for temporary files keeps nobody from writing', async () => {
  const folder = aSmallDisk(8);
  if (!folder) return;
  const site = await aSite('sqlite');
  const [officer] = site?.officers ?? [];
  if (!site || !officer) throw new Error('SQLite is part of Node.');
  const server = await startServer(site.place, { env: { TMPDIR: folder, SQLITE_TMPDIR: folder } });
  fill(folder);
  const acknowledged = new Map<string, string>();
  const items = [anOpening(), ...Array.from({ length: isLong ? 500 : 50 }, anAcknowledgement)];
  for (const item of items) {
    const { status, receipt } = await submit(server.url, officer, item);
    expect(status).toBe(200);
    acknowledged.set(item.id, receipt);
  }
  const { found } = await receiptsIn(site.place);
  expect(compare(acknowledged, found)).toEqual({ lost: [], doubled: [] });
  expect(await server.stop()).toBe(0);
  expect(await lookAfter(site.place)).toEqual({ verify: 0, rebuild: 0 });
  tell('Folder for temporary files full, sqlite', `${items.length} submissions`, 'all recorded; verify passes');
}, 60_000);
