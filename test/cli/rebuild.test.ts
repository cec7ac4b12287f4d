import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '#server/db/as-it-stands.ts';
import type { DatabasePlace } from '#server/db/place.ts';
import { run } from '#test/support/a-command-line.ts';
import { aPlace, headOf, someRecords, withInstallation } from '#test/support/a-place.ts';

const wait = 120_000;

async function renamed(place: DatabasePlace, officerId: string): Promise<void> {
  const db = connect(place);
  await db.updateTable('officer').set({ name: 'Somebody Else' }).where('officer_id', '=', officerId).execute();
  await db.destroy();
}

test.each(['sqlite', 'postgres'] as const)(
  'npm run rebuild names a changed row, and sets it right (%s)',
  async (kind) => {
    const place = await aPlace(kind);
    if (!place) return;
    await someRecords(place);
    const sound = await run('rebuild', place, ['--check']);
    expect([sound.code, sound.err]).toEqual([0, '']);
    expect(sound.out).toContain('Every list is what the entries say.');
    await renamed(place, 'chief');
    const changed = await run('rebuild', place, ['--check']);
    expect(changed.code).toBe(1);
    expect(changed.out).toMatch(/officer +10 [0-9a-f]{16} ≠ +10 [0-9a-f]{16}/);
    expect(changed.out).toMatch(/stands: .*"name":"Somebody Else"/);
    expect(changed.out).toMatch(/entries say: .*"name":"Name of chief"/);
    expect((await run('rebuild', place)).code).toBe(0);
    const after = await run('rebuild', place, ['--check'], { LANG: 'es_US.UTF-8' });
    expect([after.code, after.out]).toEqual([0, expect.stringContaining('Todas las listas dicen lo mismo')]);
  },
  wait,
);

test(
  'npm run rebuild -- --check leaves restored records as they are: it makes no key and no entry',
  async () => {
    const place = await aPlace('sqlite');
    if (!place) return;
    await someRecords(place);
    rmSync(join(place.dataFolder, 'keys'), { recursive: true });
    const before = await headOf(place);
    expect((await run('rebuild', place, ['--check'])).code).toBe(0);
    expect(await headOf(place)).toEqual(before);
    expect((await run('verify', place)).out).toContain(`Last entry: ${before.seq} `);
    expect(existsSync(join(place.dataFolder, 'keys'))).toBe(false);
  },
  wait,
);

test(
  'npm run rebuild and rotate-key want the server stopped, and say so',
  async () => {
    const place = await aPlace('sqlite');
    if (!place) throw new Error('SQLite is part of Node.');
    await someRecords(place);
    await withInstallation(place, async () => {
      for (const command of ['rebuild', 'rotate-key'] as const) {
        const refused = await run(command, place);
        expect([refused.code, refused.err]).toEqual([
          2,
          expect.stringMatching(/^Another Muster \(process \d+\) is using/),
        ]);
      }
    });
  },
  wait,
);

test(
  'npm run rotate-key signs with another key from then on, and the ledger still verifies',
  async () => {
    const place = await aPlace('sqlite');
    if (!place) throw new Error('SQLite is part of Node.');
    const before = await someRecords(place);
    const said = await run('rotate-key', place);
    expect([said.code, said.err]).toEqual([0, '']);
    const after = await headOf(place);
    expect(said.out).toContain(`Heads are signed with key ${after.keyId} from here on, no longer with ${before.keyId}`);
    expect(await run('verify', place, ['--head', before.jws])).toMatchObject({ code: 0, err: '' });
  },
  wait,
);
