import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { OwnRecord } from '#domain/completion/own-record.ts';
import { chainInDatabase } from '#server/ledger/chain-source.ts';
import { checkProjections, rebuild } from '#server/ledger/rebuild.ts';
import { verifyChain } from '#server/ledger/verify.ts';
import { planPurge } from '#server/retention/plan.ts';
import { purgeRecords, setHold } from '#server/retention/store.ts';
import { visitorAtTerminal } from '#server/roster/at-terminal.ts';
import {
  type Agency,
  anAgency,
  anItem,
  day,
  decideAll,
  holdRollCall,
  send,
  watchAll,
} from '#test/support/an-agency.ts';

const reason = 'The schedule of the agency says so.';

/** Two officers complete at roll call and by the quiz, on Monday 23 November 2026; the training unit reads one's path. */
async function aTrainedSquad(): Promise<Agency> {
  const agency = await anAgency();
  const both = ['north-officer', 'north-second'];
  await holdRollCall(agency, await agency.as('north-sergeant'), 'north-squad', both);
  for (const officerId of both) {
    const officer = await agency.as(officerId);
    await send(officer, anItem('opened'));
    await watchAll(agency, (played) => send(officer, anItem('watched', { stretches: [played] })));
    await send(officer, anItem('acknowledged'));
    await decideAll(agency, officer, officerId);
  }
  const reading = { id: randomUUID(), reason: 'A question about an answer' };
  await (await agency.as('trainer')).post('/api/reports/officers/north-officer/path', reading);
  return agency;
}

const asking = ({ installation: { db, agencyId } }: Agency) => ({ tx: db, agencyId });
const goTo = ({ clock }: Agency, date: string) => {
  clock.at = Date.parse(`${date}T12:00:00Z`);
};

async function purge(agency: Agency, before: string, by = '3') {
  const visitor = await visitorAtTerminal(asking(agency), by, agency.clock.at);
  if (!visitor) throw new Error(`Nobody wears badge ${by}.`);
  const plan = await planPurge(asking(agency), before);
  return { plan, purged: await purgeRecords(agency.installation, visitor, { before, reason, plan }) };
}

async function hold(agency: Agency, kind: 'hold.placed' | 'hold.ended', officerId: string) {
  const visitor = await visitorAtTerminal(asking(agency), '3', agency.clock.at);
  if (!visitor) throw new Error('The administrator wears badge 3.');
  return setHold(agency.installation, visitor, kind, officerId, { id: randomUUID(), reason });
}

const verified = async (agency: Agency) =>
  verifyChain(await chainInDatabase(asking(agency)), { heads: [], printed: [], keys: null });
const officersIn = async ({ installation: { db } }: Agency, table: 'completion' | 'training' | 'quiz_decision') =>
  [...new Set((await db.selectFrom(table).select('officer_id').execute()).map((row) => row.officer_id))].sort();
const textsOf = async ({ installation: { db } }: Agency) =>
  (await db.selectFrom('ledger_payload').select('seq').execute()).length;

test('nothing is purged a day before three years are over, nor what is not older than the day that is given', async () => {
  const agency = await aTrainedSquad();
  const texts = await textsOf(agency);
  goTo(agency, '2029-11-23');
  const early = await purge(agency, '2026-11-24');
  expect(early.purged).toEqual({ ok: false, error: { code: 'retention.tooSoon', latest: '2026-11-23' } });
  const same = await purge(agency, '2026-11-23');
  expect(same.plan).toMatchObject({ purged: [], recent: [{ lastOn: '2026-11-23' }, { lastOn: '2026-11-23' }] });
  expect(same.purged).toEqual({ ok: true, value: null });
  expect(await textsOf(agency)).toBe(texts);
  expect(await officersIn(agency, 'completion')).toEqual(['north-officer', 'north-second']);
  goTo(agency, '2029-11-24');
  expect((await purge(agency, '2026-11-24')).purged).toMatchObject({ ok: true, value: { seq: expect.any(Number) } });
  expect(await officersIn(agency, 'completion')).toEqual([]);
});

test('whoever attended a roll call since then keeps all of it', async () => {
  const agency = await aTrainedSquad();
  goTo(agency, '2027-03-01');
  await holdRollCall(agency, await agency.as('north-sergeant'), 'north-squad', ['north-second']);
  goTo(agency, '2029-12-01');
  expect((await purge(agency, '2026-12-01')).plan).toMatchObject({
    purged: [{ officerId: 'north-officer' }],
    recent: [{ officerId: 'north-second', lastOn: '2027-03-01' }],
  });
  expect(await officersIn(agency, 'completion')).toEqual(['north-second']);
});

test('held records are never purged; once the hold has ended they may be', async () => {
  const agency = await aTrainedSquad();
  goTo(agency, '2036-12-01');
  await hold(agency, 'hold.placed', 'north-officer');
  expect((await purge(agency, '2033-12-01')).plan).toMatchObject({
    purged: [{ officerId: 'north-second' }],
    held: [{ officerId: 'north-officer' }],
  });
  expect(await officersIn(agency, 'completion')).toEqual(['north-officer']);
  expect(await rebuild(agency.installation)).toEqual({ ok: true, value: null });
  expect((await purge(agency, '2033-12-01')).plan).toMatchObject({
    purged: [],
    held: [{ officerId: 'north-officer' }],
  });
  await hold(agency, 'hold.ended', 'north-officer');
  expect((await purge(agency, '2033-12-01')).plan).toMatchObject({ purged: [{ officerId: 'north-officer' }] });
  expect(await officersIn(agency, 'completion')).toEqual([]);
});

test('only an administrator may', async () => {
  const agency = await aTrainedSquad();
  goTo(agency, '2030-01-01');
  for (const badge of ['1', '2', '11']) {
    expect((await purge(agency, '2026-12-01', badge)).purged).toMatchObject({ error: { code: 'request.not-found' } });
  }
  expect(await officersIn(agency, 'completion')).toHaveLength(2);
});

test('a purge leaves a signed entry, records that verify and lists that a rebuild makes again, and nobody else is touched', async () => {
  const agency = await aTrainedSquad();
  const { db } = agency.installation;
  await hold(agency, 'hold.placed', 'north-second');
  const others = () =>
    db.selectFrom('officer_event').selectAll().where('officer_id', '=', 'north-second').orderBy('seq').execute();
  const receipts = await db.selectFrom('receipt').selectAll().where('officer_id', '=', 'north-second').execute();
  const untouched = await others();
  goTo(agency, '2030-01-01');
  const { plan, purged } = await purge(agency, '2026-12-01');
  const head = purged.ok ? purged.value : null;
  const report = await verified(agency);
  const gone = plan.purged[0]?.ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  expect(report).toMatchObject({ findings: [], missing: 0, purged: gone, purges: [head?.seq], headProblems: [] });
  const signed = await db.selectFrom('ledger_head').selectAll().where('reason', '=', 'records.purged').execute();
  expect(signed).toMatchObject([{ seq: head?.seq, hash: head?.hash }]);

  const checked = await checkProjections(agency.installation);
  expect(checked.ok && checked.value.filter(({ first }) => first !== null)).toEqual([]);
  expect(await others()).toEqual(untouched);
  const kept = await db.selectFrom('receipt').selectAll().where('officer_id', '=', 'north-second').execute();
  expect(kept).toEqual(receipts);
  for (const table of ['completion', 'quiz_decision', 'training'] as const) {
    expect(await officersIn(agency, table)).not.toContain('north-officer');
  }
});

test('the officer finds nothing of it in the own record but that it was purged, and may begin anew, with old ids too', async () => {
  const agency = await aTrainedSquad();
  const again = anItem('opened');
  await send(await agency.as('south-officer'), again);
  goTo(agency, '2030-01-01');
  await purge(agency, '2026-12-01');
  const { installation, clock } = agency;
  for (const officerId of ['north-officer', 'south-officer']) {
    const { body } = await (await agency.as(officerId)).get<OwnRecord>('/api/training/record');
    expect(body).toMatchObject({ editions: [], talks: [], rollCalls: [], readings: [] });
    expect(body.notedByOthers).toMatchObject([{ what: 'records.purged', reason }]);
    const left = installation.db.selectFrom('receipt').selectAll().where('officer_id', '=', officerId);
    expect(await left.execute()).toEqual([]);
  }
  clock.pass(day);
  const sent = await send(await agency.as('south-officer'), again);
  expect(sent).toMatchObject({ status: 200, body: { receipt: expect.any(String) } });
  expect(await send(await agency.as('south-officer'), again)).toMatchObject({ body: { receipt: sent.body.receipt } });
  const checked = await checkProjections(installation);
  expect(checked.ok && checked.value.filter(({ first }) => first !== null)).toEqual([]);
});

test('a text that was deleted by SQL is found, whoever it was about, and no list is made without it', async () => {
  const agency = await aTrainedSquad();
  const { db } = agency.installation;
  goTo(agency, '2030-01-01');
  const { plan } = await purge(agency, '2026-12-01');
  const [seq = 0] = plan.purged.at(-1)?.ranges[0] ?? [];
  const left = (await db.selectFrom('ledger_payload').select('seq').orderBy('seq').execute()).map((row) => row.seq);
  const [first = 0, last = 0] = [left.find((each) => each > 2), left.at(-1)];
  await db.deleteFrom('ledger_payload').where('seq', 'in', [first]).execute();
  expect(await verified(agency)).toMatchObject({
    missing: 1,
    findings: [{ kind: 'text-missing', seq: first, through: first }],
  });
  const refused = { ok: false, error: { code: 'rebuild.textMissing', count: 1, first } };
  expect(await checkProjections(agency.installation)).toEqual(refused);
  // Without the entry that spoke of them, the texts that were purged are missing too.
  await db.deleteFrom('ledger_payload').where('seq', '=', last).execute();
  const { findings, purged } = await verified(agency);
  expect(findings.map((each) => each.seq)).toEqual(expect.arrayContaining([first, seq, last]));
  expect(purged).toBeGreaterThan(0);
});
