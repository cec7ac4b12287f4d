import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { OwnRecord } from '#domain/completion/own-record.ts';
import { officerHeader } from '#domain/roster/signed-in.ts';
import { adoptCourse } from '#server/founding.ts';
import {
  type Agency,
  anAgency,
  anItem,
  day,
  decideAll,
  holdRollCall,
  type Person,
  send,
  shortPack,
  watchAll,
} from '#test/support/an-agency.ts';

const nextPack = { ...structuredClone(shortPack), editionHash: 'e'.repeat(64) };
const record = (person: Person) => person.get<OwnRecord>('/api/training/record');

async function completeAlone(agency: Agency, officerId: string, editionHash = shortPack.editionHash) {
  const officer = await agency.as(officerId, 'pin');
  await send(officer, anItem('opened', { editionHash }));
  await watchAll(agency, (played) => send(officer, anItem('watched', { editionHash, stretches: [played] })));
  await send(officer, anItem('acknowledged', { editionHash }));
  await decideAll({ ...agency, pack: { ...agency.pack, editionHash } }, officer, officerId);
  return officer;
}

describe('an officer’s own record', () => {
  test('by PIN holds every edition that was taken, with grade, receipt, watching and decisions; nothing is reset', async () => {
    const agency = await anAgency();
    const officer = await completeAlone(agency, 'north-officer');
    const before = (await record(officer)).body.editions;
    agency.clock.pass(day);
    await adoptCourse(agency.installation, nextPack);
    agency.clock.pass(1_000);
    await completeAlone(agency, 'north-officer', nextPack.editionHash);
    const { body } = await record(await agency.as('north-officer'));
    expect(body.editions.map((edition) => [edition.editionHash, edition.completion?.grade, edition.standing])).toEqual([
      [nextPack.editionHash, 'A', 'done'],
      [shortPack.editionHash, 'A', 'done'],
    ]);
    expect(body.editions[1]).toEqual(before[0]);
    expect(new Set(body.editions.map((edition) => edition.completion?.receipt)).size).toBe(2);
    for (const { watching, decisions, openedAt, acknowledgedAt } of body.editions) {
      expect(watching.proved).toEqual([{ fromSeconds: 0, toSeconds: shortPack.film.durationSeconds }]);
      expect(watching.reports.length).toBeGreaterThan(1);
      expect(decisions.every((step) => step.verdict === 'right')).toBe(true);
      expect(decisions.length).toBeGreaterThan(2);
      expect((openedAt ?? '') < (acknowledgedAt ?? '')).toBe(true);
    }
  });

  test('tells of roll calls, talks, sign-ins, and who looked and why', async () => {
    const agency = await anAgency();
    const sergeant = await agency.as('north-sergeant');
    await holdRollCall(agency, sergeant, 'north-squad', ['north-officer']);
    const officer = await agency.as('north-officer');
    await send(officer, anItem('opened'));
    await send(officer, anItem('acknowledged'));
    await decideAll(agency, officer, 'north-officer', 'wrong');
    await sergeant.post('/api/roll-calls/talks', {
      id: randomUUID(),
      officerId: 'north-officer',
      editionHash: shortPack.editionHash,
      attempt: 1,
    });
    const trainer = await agency.as('trainer');
    const why = { id: randomUUID(), reason: 'The officer asked for it' };
    await trainer.post('/api/reports/officers/north-officer/path', why);
    const { ledger, now } = agency.installation;
    await ledger.write(({ append }) =>
      append({
        kind: 'sign-in.opened',
        at: now(),
        by: 'north-officer',
        payload: { officerId: 'north-officer', proof: 'pin' },
      }),
    );
    const { body } = await record(officer);
    expect(body.rollCalls).toMatchObject([
      { unit: 'North District / North Squad', attestedBy: 'Sergeant Name of north-sergeant' },
    ]);
    expect(body.talks).toHaveLength(1);
    expect(body.signIns).toEqual([{ at: new Date(agency.clock.at).toISOString(), what: 'opened', proof: 'pin' }]);
    expect(body.readings).toEqual([
      { at: expect.any(String), what: 'path', by: 'Lieutenant Name of trainer', reason: why.reason },
    ]);
    expect(body.editions[0]?.watching.witnessed).toEqual([
      { fromSeconds: 0, toSeconds: shortPack.film.durationSeconds },
    ]);
  });

  test('tells what others noted: who, what and why, and nothing that others noted about somebody else', async () => {
    const agency = await anAgency();
    const trainer = await agency.as('trainer');
    const noted = { id: randomUUID(), editionHash: shortPack.editionHash, reason: 'Wrote the order and taught it.' };
    await trainer.post('/api/credits', { ...noted, officerIds: ['north-officer'] });
    const right = { id: randomUUID(), role: 'supervisor', unitId: 'north', until: null };
    await (await agency.as('administrator')).post('/api/grants/north-officer', right);
    const { body } = await record(await agency.as('north-officer'));
    expect(body.notedByOthers).toEqual([
      { at: expect.any(String), what: 'credit.proposed', by: 'Lieutenant Name of trainer', reason: noted.reason },
      {
        at: expect.any(String),
        what: 'grant.given',
        by: 'Administrator Name of administrator',
        reason: null,
      },
    ]);
    expect((await record(await agency.as('north-second'))).body.notedByOthers).toEqual([]);
  });

  test('comes as a file whose name says nothing of the person, and holds nothing of anybody else', async () => {
    const agency = await anAgency();
    await completeAlone(agency, 'south-officer');
    const officer = await agency.as('north-officer');
    const answer = await record(officer);
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="training-record-2026-11-23.json"');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.text).not.toContain('south-officer');
    expect(answer.body).toMatchObject({ officer: { badge: '12', unit: 'North District / North Squad' }, editions: [] });
  });

  test('holds nothing of the device and of where it is, and neither does any table', async () => {
    const agency = await anAgency();
    const officer = await agency.as('north-officer');
    const tells = { 'User-Agent': 'Told-Phone/7', 'X-Forwarded-For': '203.0.113.77', 'Accept-Language': 'qq-TOLD' };
    for (const item of [
      anItem('opened'),
      anItem('watched', { stretches: [{ fromSeconds: 0, toSeconds: 1, rate: 1 }] }),
    ]) {
      const response = await agency.app.request('http://muster.test/api/training/evidence', {
        method: 'POST',
        body: JSON.stringify(item),
        headers: {
          ...tells,
          Host: 'muster.test',
          Origin: 'http://muster.test',
          'Content-Type': 'application/json',
          cookie: officer.cookie,
          [officerHeader]: 'north-officer',
        },
      });
      expect(response.status).toBe(200);
    }
    const { db } = agency.installation;
    const tables = ['ledger_payload', 'ledger_entry', 'watch_report', 'session', 'receipt', 'training'] as const;
    const all = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
    expect(all.every((rows) => rows.length > 0)).toBe(true);
    expect(JSON.stringify(all) + (await record(officer)).text).not.toMatch(/Told|203\.0\.113|TOLD/);
  });
});
