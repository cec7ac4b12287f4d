import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { UnitReport } from '#domain/completion/report.ts';
import type { Training } from '#domain/completion/training.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Settings } from '#server/agency/see-settings.ts';
import { prepareAgency } from '#server/prepare.ts';
import {
  type Agency,
  anAgency,
  anItem,
  decideAll,
  minute,
  type Person,
  send,
  shortPack,
  watchAll,
} from '#test/support/an-agency.ts';
import { courseOf } from '#test/support/start-server.ts';

const text = {
  en: '# General Order 19-07\n\n## Warrants\n\n[R5] An administrative warrant is civil.\n\n[R8] Read it first.',
  es: '# Orden general 19-07\n\n[R5] Una orden administrativa es civil.',
};
const anOrder = (more: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  order: { number: 'GO 19-07', date: '2026-11-20', text, files: {} },
  review: null,
  answers: {},
  startsOn: '2026-11-23',
  counts: false,
  ...more,
});
const publish = (person: Person, item: object) => person.post<{ editionHash: string }>('/api/agency/order', item);
const packOf = async (agency: Agency, editionHash: string) =>
  (await (await agency.app.request(`http://muster.test/course/${editionHash}.json`)).json()) as CoursePack;
const trainingOf = async (agency: Agency, officerId: string) =>
  (await (await agency.as(officerId)).get<Training>('/api/training')).body;

async function complete(agency: Agency, officerId: string, pack = shortPack) {
  const officer = await agency.as(officerId, 'pin');
  const { editionHash } = pack;
  await send(officer, anItem('opened', { editionHash }));
  await watchAll(agency, (played) => send(officer, anItem('watched', { editionHash, stretches: [played] })));
  await send(officer, anItem('acknowledged', { editionHash }));
  await decideAll({ ...agency, pack }, officer, officerId);
}

describe('the agency’s own order', () => {
  test('stands in place of our policy page, and what is acknowledged is bound to it', async () => {
    const agency = await anAgency();
    const { body } = await publish(await agency.as('administrator'), anOrder());
    const pack = await packOf(agency, body.editionHash);
    expect(pack.policy.en).toMatchObject({ title: 'General Order 19-07' });
    expect(pack.policy.en.blocks.map(({ kind, clauses }) => [kind, clauses])).toEqual([
      ['heading', []],
      ['paragraph', ['R5']],
      ['paragraph', ['R8']],
    ]);
    expect(pack.order).toMatchObject({ number: 'GO 19-07', textIn: ['en', 'es'] });
    expect(pack.scenarios).toEqual(shortPack.scenarios);
    expect((await trainingOf(agency, 'north-officer')).editionHash).toBe(body.editionHash);
    await complete(agency, 'north-officer', pack);
    expect((await trainingOf(agency, 'north-officer')).completion).toMatchObject({ editionHash: body.editionHash });
    const changed = anOrder({ order: { ...anOrder().order, date: '2026-11-21' } });
    const next = await publish(await agency.as('administrator'), changed);
    expect(next.body.editionHash).not.toBe(body.editionHash);
  });

  test('is still there when the server starts again, and when the course that ships changes', async () => {
    const agency = await anAgency();
    const { body } = await publish(await agency.as('administrator'), anOrder());
    const wanted = { demo: false, agencyName: '', timeZone: 'America/New_York' };
    await prepareAgency(agency.installation, shortPack, wanted);
    expect((await trainingOf(agency, 'north-officer')).editionHash).toBe(body.editionHash);
    const newer = { ...shortPack, editionHash: 'e'.repeat(64) };
    await prepareAgency(agency.installation, newer, wanted);
    const { editionHash } = await trainingOf(agency, 'north-officer');
    expect([body.editionHash, newer.editionHash]).not.toContain(editionHash);
    expect((await packOf(agency, editionHash)).order).toMatchObject({ number: 'GO 19-07' });
  });

  test('may be a PDF in one language, which anyone may read, and which nobody can take the place of', async () => {
    const agency = await anAgency();
    const administrator = await agency.as('administrator');
    const pdf = Buffer.from('%PDF-1.7 of General Order 19-07');
    const kept = await administrator.post<{ hash: string }>('/api/files', { base64: pdf.toString('base64') });
    expect(kept.body.hash).toBe(createHash('sha256').update(pdf).digest('hex'));
    const files = { en: { hash: kept.body.hash, name: 'go-19-07.pdf' } };
    const order = { number: 'GO 19-07', date: '2026-11-20', text: {}, files };
    const { body } = await publish(administrator, anOrder({ order }));
    const file = await agency.app.request(`http://muster.test/course/orders/${body.editionHash}/en`);
    expect([file.status, file.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(pdf);
    expect((await agency.app.request(`http://muster.test/course/orders/${body.editionHash}/es`)).status).toBe(404);
    const lost = { ...order, files: { en: { hash: 'a'.repeat(64), name: 'x.pdf' } } };
    expect((await publish(administrator, anOrder({ order: lost }))).body).toMatchObject({ code: 'file.none' });
    const empty = { ...order, files: {}, text: { en: '  ' } };
    expect((await publish(administrator, anOrder({ order: empty }))).body).toMatchObject({ code: 'order.empty' });
  });

  test('a file that is no document is none, whatever it calls itself', async () => {
    const administrator = await (await anAgency()).as('administrator');
    for (const bytes of ['MZ a program', '<html>', 'PK\u0003\u0004']) {
      const base64 = Buffer.from(bytes).toString('base64');
      expect((await administrator.post('/api/files', { base64 })).body).toMatchObject({ code: 'file.not-a-document' });
    }
  });
});

describe('counsel’s review', () => {
  test('takes the mark off; who has completed owes nothing anew when the agency says so', async () => {
    const agency = await anAgency();
    await complete(agency, 'north-officer');
    agency.clock.pass(minute);
    const review = { office: 'County Attorney', date: '2026-11-20' };
    const { body } = await publish(await agency.as('administrator'), anOrder({ order: null, review, counts: true }));
    const seen = (await (await agency.app.request('http://muster.test/api/agency')).json()) as { reviewed: boolean };
    expect(seen.reviewed).toBe(true);
    expect((await packOf(agency, body.editionHash)).course.counselReview).toEqual(review);
    expect(await trainingOf(agency, 'north-officer')).toMatchObject({ standing: 'done' });
    expect((await trainingOf(agency, 'north-second')).editionHash).toBe(body.editionHash);
    const { body: report } = await (await agency.as('chief')).get<UnitReport>('/api/reports/units/north-squad');
    expect(report.unit.counts).toMatchObject({ officers: 3, done: 1 });
    // One more without a change of what is taught, and then one that is another training.
    const again = { ...review, date: '2026-11-21' };
    await publish(await agency.as('administrator'), anOrder({ order: null, review: again, counts: true }));
    expect(await trainingOf(agency, 'north-officer')).toMatchObject({ standing: 'done' });
    const other = await publish(await agency.as('administrator'), anOrder({ review: again }));
    expect(await trainingOf(agency, 'north-officer')).toMatchObject({
      standing: 'not-opened',
      editionHash: other.body.editionHash,
    });
  });
});

test('what the agency declares right is graded from then on, and nothing else can be declared', async () => {
  const agency = await anAgency({ pack: courseOf('real').pack });
  const administrator = await agency.as('administrator');
  const { body } = await administrator.get<Settings>('/api/agency/settings');
  const [question] = body.questions;
  if (!question) throw new Error('The course has a question for the agency.');
  const answer = question.options[0]?.id ?? '';
  const published = await publish(administrator, anOrder({ order: null, answers: { [question.id]: answer } }));
  const pack = await packOf(agency, published.body.editionHash);
  expect(pack.course.agencySettings.find(({ id }) => id === question.id)?.answer).toBe(answer);
  const wrong = (answers: object) => publish(administrator, anOrder({ order: null, answers }));
  expect((await wrong({ 'no-such-question': answer })).body).toMatchObject({ code: 'order.unknown-setting' });
  expect((await wrong({ [question.id]: 'no-such-answer' })).body).toMatchObject({ code: 'order.unknown-answer' });
});
