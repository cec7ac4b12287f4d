import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { OwnRecord } from '#domain/completion/own-record.ts';
import type { OfficerLine, UnitReport } from '#domain/completion/report.ts';
import { adoptCourse } from '#server/founding.ts';
import { chainInDatabase } from '#server/ledger/chain-source.ts';
import { checkProjections, rebuild } from '#server/ledger/rebuild.ts';
import { verifyChain } from '#server/ledger/verify.ts';
import { recordLmsImport } from '#server/lms-import/record.ts';
import type { OfficerHistory } from '#server/reports/officer.ts';
import { type Agency, anAgency, anItem, day, send, shortPack, smallRoster } from '#test/support/an-agency.ts';
import { aPreparedExport, importExport } from '#test/support/an-lms-export.ts';

const { editionHash } = shortPack;
const trainer = '2';

/** A week on: what the rows say has happened. */
async function aWeekOn(changes: Parameters<typeof anAgency>[0] = {}): Promise<Agency> {
  const agency = await anAgency(changes);
  agency.clock.pass(7 * day);
  return agency;
}
const seen = async (agency: Agency, officerId: string) =>
  (await (await agency.as('chief')).get<OfficerHistory>(`/api/reports/officers/${officerId}`)).body;
const countOf = async ({ installation }: Agency, table: 'ledger_entry' | 'completion' | 'credit') =>
  (await installation.db.selectFrom(table).select('agency_id').execute()).length;

describe('what an LMS reported', () => {
  test('is grade C with its source, for commander, training unit and the officer, in lists and exports', async () => {
    const agency = await aWeekOn();
    const recorded = await importExport(agency, trainer, [
      '12,,Passed,95,11/25/2026 10:30 AM',
      '22,,Completed,,11/26/2026',
    ]);
    expect(recorded).toMatchObject({ ok: true });
    const { officer, history } = await seen(agency, 'north-officer');
    expect(officer).toMatchObject({
      standing: 'done',
      grade: 'C',
      source: 'lms',
      completedAt: '2026-11-25T15:30:00.000Z',
      overdue: false,
    });
    expect(history.map(({ kind, grade }) => [kind, grade])).toEqual([
      ['lms.imported', undefined],
      ['completion.recorded', 'C'],
    ]);
    const chief = await agency.as('chief');
    const { body } = await chief.get<UnitReport>('/api/reports/units/police');
    expect(body.unit.counts.byGrade).toEqual({ A: 0, B: 0, C: 2, D: 0 });
    const list = await chief.get<{ officers: OfficerLine[] }>('/api/reports/units/police/officers?grade=C');
    expect(list.body.officers.map(({ badge, source }) => [badge, source])).toEqual([
      ['12', 'lms'],
      ['22', 'lms'],
    ]);
    const csv = await chief.get('/api/reports/units/police/officers.csv?grade=C');
    expect(csv.text).toContain('"2026-11-25T15:30:00.000Z","C","reported","lms"');
    const own = (await (await agency.as('north-officer')).get<OwnRecord>('/api/training/record')).body;
    expect(own.editions).toMatchObject([
      { editionHash, completion: { grade: 'C', source: 'lms', completedAt: '2026-11-25T15:30:00.000Z' } },
    ]);
    expect(own.notedByOthers).toMatchObject([
      { what: 'lms.imported', by: 'Lieutenant Name of trainer', reason: 'Passed · 95 · 11/25/2026 10:30 AM' },
    ]);
    const training = await (await agency.as('north-officer')).get('/api/training');
    expect(training.body).toMatchObject({ standing: 'done', completion: { grade: 'C', source: 'lms' } });
    // On nobody's word here: it is no credit of the agency's.
    expect((await chief.get('/api/credits')).body).toEqual({ credits: [] });
  });

  test('stands in the ledger with file, digest, rows, words and who imported it; lists rebuild equal and the chain verifies', async () => {
    const agency = await aWeekOn();
    const rows = ['12,Somebody,Passed,95,11/25/2026 10:30 AM', '13,,Failed,10,11/25/2026', '99,,Passed,,11/25/2026'];
    await importExport(agency, trainer, rows);
    const { installation } = agency;
    const asking = { tx: installation.db, agencyId: installation.agencyId };
    const { text } = await installation.db
      .selectFrom('ledger_entry as entry')
      .innerJoin('ledger_payload as payload', 'payload.seq', 'entry.seq')
      .select('payload.text')
      .where('entry.kind', '=', 'lms.imported')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(text)).toMatchObject({
      by: 'trainer',
      payload: {
        item: {
          editionHash,
          file: { name: 'export.csv', rows: 3, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
          columns: { badge: ['Badge'], status: ['Status'], completed: ['Completed on'] },
          left: { refused: 2, there: 0, otherCourses: 0 },
        },
        reported: [
          {
            officerId: 'north-officer',
            row: 2,
            day: '2026-11-25',
            said: { status: 'Passed', score: '95', completed: '11/25/2026 10:30 AM' },
          },
        ],
      },
    });
    // The name was shown beside ours and is nobody's to keep.
    expect(text).not.toContain('Somebody');
    const verified = await verifyChain(await chainInDatabase(asking), { heads: [], printed: [], keys: null }, () => {});
    expect(verified.findings).toEqual([]);
    const differing = async () => {
      const checked = await checkProjections(installation);
      if (!checked.ok) throw new Error(checked.error.code);
      return checked.value.filter(({ first }) => first !== null);
    };
    expect(await differing()).toEqual([]);
    const before = await installation.db.selectFrom('completion').selectAll().execute();
    expect(await rebuild(installation)).toMatchObject({ ok: true });
    expect(await installation.db.selectFrom('completion').selectAll().execute()).toEqual(before);
    expect(await seen(agency, 'north-officer')).toMatchObject({ officer: { grade: 'C', source: 'lms' } });
  });

  test('is recorded once: the same file again, and the same import again, add nothing', async () => {
    const agency = await aWeekOn();
    const rows = ['12,,Passed,,11/25/2026'];
    const { importer, prepared } = await aPreparedExport(agency, trainer, rows);
    const shown = { id: randomUUID(), fileName: 'export.csv', prepared };
    const first = await recordLmsImport(agency.installation, importer, shown);
    const entries = await countOf(agency, 'ledger_entry');
    expect(await recordLmsImport(agency.installation, importer, shown)).toEqual(first);
    expect(await importExport(agency, trainer, rows)).toMatchObject({ error: { code: 'lms-import.nothing-new' } });
    expect([await countOf(agency, 'ledger_entry'), await countOf(agency, 'completion')]).toEqual([entries, 1]);
    const { prepared: again } = await aPreparedExport(agency, trainer, rows);
    expect(again.plan).toMatchObject({ reported: [], there: [{ badge: '12', grade: 'C' }] });
  });

  test('changes no completion that is there, and no later one changes it', async () => {
    const agency = await aWeekOn();
    const proposed = { id: randomUUID(), editionHash, officerIds: ['north-officer'], reason: 'Taught the course.' };
    await (await agency.as('trainer')).post('/api/credits', proposed);
    const decision = { id: randomUUID(), creditId: proposed.id, outcome: 'confirmed' };
    await (await agency.as('chief')).post('/api/credits/decisions', decision);
    await importExport(agency, trainer, ['12,,Passed,,11/25/2026', '13,,Passed,,11/25/2026']);
    expect((await seen(agency, 'north-officer')).officer).toMatchObject({ grade: 'D', source: null });
    const credit = { ...proposed, id: randomUUID(), officerIds: ['north-second'] };
    expect((await (await agency.as('trainer')).post('/api/credits', credit)).body).toMatchObject({
      code: 'credit.completed',
    });
    await send(await agency.as('north-second'), anItem('opened'));
    expect((await seen(agency, 'north-second')).officer).toMatchObject({ grade: 'C', source: 'lms', standing: 'done' });
  });
});

describe('an import', () => {
  test.each(['1', '10', '11', '12'])('is none of badge %s’s, who neither administers nor trains', async (badge) => {
    const agency = await aWeekOn();
    const entries = await countOf(agency, 'ledger_entry');
    const refused = await importExport(agency, badge, ['13,,Passed,,11/25/2026']);
    expect(refused).toMatchObject({ error: { code: 'request.not-found', status: 404 } });
    expect([await countOf(agency, 'ledger_entry'), await countOf(agency, 'credit')]).toEqual([entries, 0]);
  });

  test('takes a right over the whole agency, and is an administrator’s too', async () => {
    const northTrainer = { officerId: 'north-sergeant', role: 'training' as const, unitId: 'north' };
    const roster = { ...smallRoster, grants: [...smallRoster.grants, northTrainer] };
    const agency = await aWeekOn({ roster });
    expect((await importExport(agency, '11', ['13,,Passed,,11/25/2026'])).ok).toBe(false);
    expect((await importExport(agency, '3', ['13,,Passed,,11/25/2026'])).ok).toBe(true);
  });

  test('records exactly what was shown: who completed meanwhile, the whole of it is shown again', async () => {
    const agency = await aWeekOn();
    const rows = ['12,,Passed,,11/25/2026', '13,,Passed,,11/25/2026'];
    const { importer, prepared } = await aPreparedExport(agency, trainer, rows);
    await importExport(agency, '3', rows.slice(0, 1));
    const late = await recordLmsImport(agency.installation, importer, {
      id: randomUUID(),
      fileName: 'x.csv',
      prepared,
    });
    expect(late).toMatchObject({ error: { code: 'lms-import.changed-meanwhile' } });
    expect(await countOf(agency, 'completion')).toBe(1);
  });

  test('of an earlier edition frees nobody of the one that is owed now', async () => {
    const agency = await aWeekOn();
    const later = { ...shortPack, editionHash: 'b'.repeat(64) };
    agency.clock.pass(day);
    await adoptCourse(agency.installation, later);
    agency.clock.pass(day);
    expect(await importExport(agency, trainer, ['12,,Passed,,11/25/2026'])).toMatchObject({
      error: { code: 'lms-import.nothing-new' },
    });
    expect((await importExport(agency, trainer, ['12,,Passed,,11/25/2026'], editionHash.slice(0, 12))).ok).toBe(true);
    expect((await seen(agency, 'north-officer')).officer).toMatchObject({ standing: 'not-opened', source: null });
    const own = (await (await agency.as('north-officer')).get<OwnRecord>('/api/training/record')).body;
    expect(own.editions).toMatchObject([{ editionHash, completion: { grade: 'C', source: 'lms' } }]);
  });

  test('counts from the first day on that the agency or the officer’s unit had', async () => {
    const agency = await aWeekOn();
    const item = { id: randomUUID(), editionHash, unitId: 'north', startsOn: '2026-11-16', days: null, owes: true };
    expect((await (await agency.as('administrator')).post('/api/roster/windows', item)).status).toBe(200);
    const { prepared } = await aPreparedExport(agency, trainer, ['12,,Passed,,11/20/2026', '22,,Passed,,11/20/2026']);
    expect(prepared.plan).toMatchObject({
      reported: [{ badge: '12' }],
      refused: [{ badge: '22', reason: 'before-window', found: '2026-11-23' }],
    });
  });
});
