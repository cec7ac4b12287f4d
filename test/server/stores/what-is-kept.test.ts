import { expect, test } from 'vitest';
import { readFounded } from '#server/agency/frame.ts';
import { openInstallation } from '#server/installation.ts';
import type { Writing } from '#server/ledger/append.ts';
import { rebuild } from '#server/ledger/rebuild.ts';
import { readHeld } from '#server/training/held.ts';
import { takeEvidence } from '#server/training/store.ts';
import { anAgency, anItem, monday, shortPack } from '#test/support/an-agency.ts';
import { onPostgres } from '#test/support/tested-place.ts';

const { editionHash } = shortPack;
const begins = ({ append }: Writing, startsOn: string) =>
  append({ kind: 'window.set', at: monday, by: null, payload: { editionHash, unitId: 'north', startsOn } });

test('what the whole agency shares is what the last entry made of it, whoever wrote that, and kept until the next', async () => {
  const agency = await anAgency();
  const { db, ledger } = agency.installation;
  const asking = { tx: db, agencyId: 'agency' };
  const first = await readFounded(asking);
  expect(await readFounded(asking)).toBe(first);
  expect(first.windows).toEqual([]);

  const opened = onPostgres ? await openInstallation(agency.place, () => monday) : null;
  const other = opened?.ok ? opened.value : null;
  await (other?.installation.ledger ?? ledger).write((to) => begins(to, '2026-12-01'));
  expect((await readFounded(asking)).windows).toEqual([
    { editionHash, unitId: 'north', startsOn: '2026-12-01', days: null, owes: true },
  ]);
  await other?.close();
});

test('a work that fails leaves nothing of it behind, nor does one sent with it', async () => {
  const { installation } = await anAgency();
  const { db, ledger } = installation;
  const seen: string[][] = [];
  const note = async (to: Writing) => seen.push((await readFounded(to)).windows.map((each) => each.startsOn));
  const opening = anItem('opened') as unknown as Parameters<typeof takeEvidence>[2];
  const outcomes = await Promise.allSettled([
    ledger.write(note),
    ledger.write(async (to) => {
      await begins(to, '2026-12-01');
      await note(to);
      await takeEvidence(to, 'north-officer', opening, monday);
      expect((await readHeld(to, 'north-officer', editionHash)).opened).toBe(true);
      throw new Error('on purpose');
    }),
    ledger.write(async (to) => {
      await note(to);
      expect((await readHeld(to, 'north-officer', editionHash)).opened).toBe(false);
    }),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(seen).toEqual([[], ['2026-12-01'], []]);
  expect((await readFounded({ tx: db, agencyId: 'agency' })).windows).toEqual([]);
});

test('rows that were changed by hand are forgotten with the rebuild that sets them right', async () => {
  const { installation } = await anAgency();
  const { db } = installation;
  const asking = { tx: db, agencyId: 'agency' };
  await db.updateTable('unit').set({ name: 'Changed by hand' }).where('unit_id', '=', 'north').execute();
  // As it would be read by a process that is only starting now.
  await db
    .updateTable('agency')
    .set({ frame: 'f'.repeat(64) })
    .execute();
  expect((await readFounded(asking)).units.get('north')?.name).toBe('Changed by hand');
  expect((await rebuild(installation)).ok).toBe(true);
  expect((await readFounded(asking)).units.get('north')?.name).toBe('North District');
});
