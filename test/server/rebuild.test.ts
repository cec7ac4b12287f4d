import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { newId } from '#domain/shared/id.ts';
import { loadDemo } from '#server/demo/load.ts';
import { openInstallation } from '#server/installation.ts';
import { checkProjections, projectionsVersion, rebuild } from '#server/ledger/rebuild.ts';
import { aPlace, someRecords, withInstallation } from '#test/support/a-place.ts';
import {
  type Agency,
  anAgency,
  anItem,
  holdRollCall,
  minute,
  monday,
  send,
  shortPack,
  stretch,
} from '#test/support/an-agency.ts';
import { importExport } from '#test/support/an-lms-export.ts';
import { oneOf, type Random, randomAttempt, randomFrom } from '#test/support/random-attempt.ts';

const officers = ['north-officer', 'north-second', 'south-officer'];

/** Something of what people do, whether or not it is taken. */
async function doAnything(agency: Agency, random: Random): Promise<void> {
  const officerId = oneOf(officers, random);
  const officer = await agency.as(officerId);
  agency.clock.pass(Math.round(random() * 5 * minute));
  const { editionHash } = shortPack;
  const anId = () => newId(agency.clock.at, (bytes) => crypto.getRandomValues(bytes));
  const ways = [
    () => send(officer, anItem('opened')),
    // And once more under the same id, as somebody else might say it.
    async () => {
      const item = anItem('acknowledged');
      await send(officer, item);
      return send(officer, { ...item, language: 'es' });
    },
    // Also all at once and further than the clock allows.
    () => send(officer, anItem('watched', { stretches: [stretch(0, 5 + Math.round(random() * 25))] })),
    async () => {
      const attempt = 1 + Math.floor(random() * 2);
      for (const item of randomAttempt(shortPack, officerId, attempt, random, anId).sent) {
        await send(officer, JSON.parse(item));
      }
    },
    async () => {
      const sergeant = await agency.as('north-sergeant');
      const { id } = await holdRollCall(agency, sergeant, 'north-squad', officers.slice(0, 2));
      const correction = { id: anId(), officerId: oneOf(officers, random), present: random() < 0.5, reason: 'Misread' };
      await sergeant.post(`/api/roll-calls/${id}/corrections`, correction);
    },
    async () => {
      const talk = { id: anId(), officerId, editionHash, attempt: 1 };
      return (await agency.as('north-sergeant')).post('/api/roll-calls/talks', talk);
    },
    () => importExport(agency, '2', [`${officerId === 'south-officer' ? 22 : 12},,Passed,,2026-11-23`]),
    async () =>
      (await agency.as('trainer')).post(`/api/reports/officers/${officerId}/path`, {
        id: anId(),
        reason: 'A question about an answer',
      }),
  ];
  await oneOf(ways, random)();
}

describe('rebuilding', () => {
  test('finds every list equal after any history', async () => {
    const filled = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const [agency, random] = [await anAgency(), randomFrom(seed)];
        for (let times = 0; times < 20; times += 1) await doAnything(agency, random);
        const checked = await checkProjections(agency.installation);
        if (!checked.ok) throw new Error(checked.error.code);
        expect(checked.value.filter(({ first }) => first !== null)).toEqual([]);
        expect(checked.value.find(({ table }) => table === 'officer')?.before.rows).toBe(10);
        for (const { table, before } of checked.value) if (before.rows > 0) filled.add(table);
      }),
      { numRuns: 10 },
    );
    // The histories went through what they are meant to go through.
    for (const table of [
      'receipt',
      'training',
      'quiz_decision',
      'watch_report',
      'refused_item',
      'roll_call',
      'presence',
      'presence_correction',
      'officer_event',
      'credit',
      'completion',
    ]) {
      expect(filled).toContain(table);
    }
  }, 240_000);

  test.each(['sqlite', 'postgres'] as const)(
    'names the first row that was changed, and sets it right (%s)',
    async (kind) => {
      const place = await aPlace(kind);
      if (!place) return;
      await withInstallation(place, async (installation) => {
        await loadDemo(installation, shortPack);
        const { db } = installation;
        const differing = async () => {
          const checked = await checkProjections(installation);
          if (!checked.ok) throw new Error(checked.error.code);
          return checked.value.filter(({ first }) => first !== null);
        };
        expect(await differing()).toEqual([]);
        const { officer_id: officerId } = await db
          .selectFrom('completion')
          .select('officer_id')
          .orderBy('officer_id')
          .executeTakeFirstOrThrow();
        await db.updateTable('completion').set({ grade: 'D' }).where('officer_id', '=', officerId).execute();
        await db.deleteFrom('presence').where('officer_id', '=', officerId).execute();
        const found = await differing();
        const tables = found.map(({ table }) => table);
        expect(tables).toContain('completion');
        const completion = found.find(({ table }) => table === 'completion');
        expect(completion?.first?.stands).toContain('"grade":"D"');
        expect(completion?.first?.shouldBe).toContain(`"officer_id":"${officerId}"`);
        expect(completion?.before.sha256).not.toBe(completion?.after.sha256);
        // The check itself changed nothing.
        expect((await differing()).map(({ table }) => table)).toEqual(tables);
        expect(await rebuild(installation)).toEqual({ ok: true, value: null });
        expect(await differing()).toEqual([]);
      });
    },
    240_000,
  );

  test('refuses when texts are gone that no entry says were purged, and when the ledger itself was changed', async () => {
    const { installation } = await anAgency();
    const { db } = installation;
    const rows = () => db.selectFrom('officer').selectAll().execute();
    const before = await rows();
    const [roster] = await db.selectFrom('ledger_payload').selectAll().where('seq', '=', 2).execute();
    if (!roster) throw new Error('The second entry loads the roster.');
    await db.deleteFrom('ledger_payload').where('seq', '=', 2).execute();
    const purged = { ok: false, error: { code: 'rebuild.textMissing', count: 1, first: 2 } };
    expect(await rebuild(installation)).toEqual(purged);
    expect(await checkProjections(installation)).toEqual(purged);
    await db
      .insertInto('ledger_payload')
      .values({ ...roster, text: roster.text.replace('Name of chief', 'Another') })
      .execute();
    expect(await rebuild(installation)).toEqual({ ok: false, error: { code: 'rebuild.broken', first: 2 } });
    expect(await rows()).toEqual(before);
  });

  test('happens by itself when the lists were written by older rules', async () => {
    const place = await aPlace('sqlite');
    if (!place) throw new Error('SQLite is part of Node.');
    await someRecords(place);
    await withInstallation(place, async ({ db }) => {
      expect(await db.selectFrom('projections_version').select('version').execute()).toEqual([
        { version: projectionsVersion },
      ]);
      await db.deleteFrom('unit').execute();
      await db
        .updateTable('projections_version')
        .set({ version: projectionsVersion - 1 })
        .execute();
    });
    await withInstallation(place, async ({ db }) => {
      expect(await db.selectFrom('unit').select('name').execute()).toHaveLength(5);
      await db.updateTable('projections_version').set({ version: 0 }).execute();
      await sql`DELETE FROM ledger_payload WHERE seq = 2`.execute(db);
    });
    const refused = await openInstallation(place, () => monday);
    expect(refused).toMatchObject({ ok: false, error: { code: 'rebuild.textMissing', count: 1, first: 2 } });
  });
});
