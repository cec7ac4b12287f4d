import { describe, expect, test } from 'vitest';
import type { Training } from '#domain/completion/training.ts';
import { agencyId } from '#server/installation.ts';
import { openSession } from '#server/sign-in/sessions.ts';
import { run } from '#test/support/a-command-line.ts';
import { decisionsOf } from '#test/support/an-agency.ts';
import { aServerHere, get } from './a-server-here.ts';
import { aSite, type Officer, pack } from './a-site.ts';
import { databases, isLong, tell } from './figures.ts';
import { compare, lookAfter, receiptsIn } from './records.ts';
import { aDecision, anAcknowledgement, anOpening, aReport, type Item, submit } from './submissions.ts';

const day = 86_400_000;
const year2000 = Date.parse('2000-01-01T00:00:00Z');

/** A window that begins on a Thursday and ends at a midnight beyond the change of the clocks, in the zone of New York. */
const changes = [
  { what: 'to winter time', starts: '2026-10-29T15:00:00Z', due: '2026-11-06T04:59:59.999Z' },
  { what: 'to summer time', starts: '2026-03-05T15:00:00Z', due: '2026-03-13T03:59:59.999Z' },
];

type Moved = { what: string; at: (right: number) => number };
const server: Moved[] = [
  { what: 'a day ahead', at: (right) => right + day },
  { what: 'a day behind', at: (right) => right - day },
  { what: 'in the year 2000', at: () => year2000 },
];

describe.each(databases)('a wrong clock, %s', (kind) => {
  test.each(isLong ? changes : changes.slice(0, 1))(
    'of the server, and the change $what: the order is the ledger’s, and it verifies',
    async (change) => {
      const right = Date.parse(change.starts);
      const clock = { at: right };
      const site = await aSite(kind, { now: () => clock.at });
      if (!site) return console.log('No PostgreSQL for this machine: no clock was moved on it.');
      const { url, installation, close } = await aServerHere(site.place, () => clock.at);
      const { db: tx, agencyId, now } = installation;
      const signIn = async ({ id: officerId }: Officer) =>
        `muster=${await openSession({ tx, agencyId }, { officerId, proof: 'pin' }, now())}`;
      const inOrder: [string, string][] = [];
      const send = async (officer: Officer, item: Item) => {
        // A session ends with its twelve hours, whatever made them pass: then one signs in again.
        const cookie = await signIn(officer);
        const answer = await submit(url, { ...officer, cookie }, item);
        expect(answer, `${item.kind} at ${new Date(clock.at).toISOString()}`).toMatchObject({ status: 200 });
        inOrder.push([item.id, answer.receipt]);
      };
      const trainingOf = async (officer: Officer) => {
        const cookie = await signIn(officer);
        return get<Training>(url, '/api/training', { ...officer, cookie });
      };

      for (const [place, moved] of server.entries()) {
        const officer = site.officers[place];
        if (!officer) throw new Error('There is an officer for each clock.');
        clock.at = right + place * 3_600_000;
        await send(officer, anOpening());
        await watch(send, clock, officer, 10, 20);
        // Wrong for one report and one decision, then set right.
        clock.at = moved.at(clock.at);
        await send(officer, anAcknowledgement());
        const { watchedShare } = await trainingOf(officer);
        clock.at = right + place * 3_600_000 + 600_000;
        expect((await trainingOf(officer)).watchedShare).toBe(watchedShare);
        await watch(send, clock, officer, 20, 30);
        await watch(send, clock, officer, 0, 10);
        for (const decision of decisionsOf(pack, officer.id)) {
          clock.at += 20_000;
          await send(officer, aDecision(decision));
        }
        const { completion, dueAt } = await trainingOf(officer);
        expect([moved.what, completion?.grade, dueAt]).toEqual([moved.what, 'A', change.due]);
      }
      // Across the change itself: an hour that is not there, or is there twice, is no hour of film.
      const last = site.officers[server.length];
      if (!last) throw new Error('There is an officer for the night of the change.');
      clock.at = right;
      await send(last, anOpening());
      const night = Date.parse(change.due) - 4.5 * day;
      for (let hour = 0; hour < 8; hour += 1) {
        clock.at = night + hour * 3_600_000;
        await send(last, anAcknowledgement());
      }

      const { found, last: entries } = await receiptsIn(site.place);
      expect(compare(new Map(inOrder), found)).toEqual({ lost: [], doubled: [] });
      const ids = inOrder.map(([id]) => id);
      expect([...found.keys()].filter((id) => ids.includes(id))).toEqual(ids);
      const seqs = await installation.db.selectFrom('ledger_entry').select('seq').orderBy('seq').execute();
      expect(seqs.map(({ seq }) => seq)).toEqual(Array.from({ length: entries }, (_, place) => place + 1));
      await close();
      expect(await lookAfter(site.place)).toEqual({ verify: 0, rebuild: 0 });
      const { code, out } = await run('verify', site.place);
      expect([code, /clock/.test(out)]).toEqual([0, true]);
      tell(
        `Clock of the server wrong, and the change ${change.what}, ${kind}`,
        `${server.map((each) => each.what).join(', ')}; ${inOrder.length} submissions`,
        'order is the ledger’s, grade A, due at the local midnight; verify passes and tells that the clock was put back',
      );
    },
    120_000,
  );

  test('of the device earns and costs nothing: the same grade, its time kept apart with how far it was off', async () => {
    const right = Date.parse('2026-11-24T15:00:00Z');
    const clock = { at: right };
    const site = await aSite(kind, { now: () => clock.at });
    if (!site) return console.log('No PostgreSQL for this machine: no clock was moved on it.');
    const { url, installation } = await aServerHere(site.place, () => clock.at);
    const devices: Moved[] = [{ what: 'right', at: (at) => at }, ...server];
    const grades: (string | undefined)[] = [];
    for (const [place, device] of devices.entries()) {
      const officer = site.officers[place];
      if (!officer) throw new Error('There is an officer for each clock.');
      const send = async (by: Officer, item: Item) => {
        const deviceAt = new Date(device.at(clock.at)).toISOString();
        expect(await submit(url, by, { ...item, deviceAt })).toMatchObject({ status: 200 });
      };
      clock.at = right;
      await send(officer, anOpening());
      for (const from of [0, 10, 20]) await watch(send, clock, officer, from, from + 10);
      await send(officer, anAcknowledgement());
      for (const decision of decisionsOf(pack, officer.id)) {
        clock.at += 20_000;
        await send(officer, aDecision(decision));
      }
      const { completion } = await get<Training>(url, '/api/training', officer);
      grades.push(completion?.grade);
      const rows = await installation.db
        .selectFrom('watch_report')
        .select(['received_at', 'device_at', 'offset_seconds'])
        .where('agency_id', '=', agencyId)
        .where('officer_id', '=', officer.id)
        .execute();
      expect(rows).toHaveLength(3);
      for (const { received_at, device_at, offset_seconds } of rows) {
        expect(device_at).toBe(new Date(device.at(Date.parse(received_at))).toISOString());
        expect(offset_seconds).toBe((Date.parse(device_at) - Date.parse(received_at)) / 1000);
      }
    }
    expect(grades).toEqual(devices.map(() => 'A'));
    tell(
      `Clock of the device wrong, ${kind}`,
      devices.map(({ what }) => what).join(', '),
      'the same grade A for each; device time and offset kept beside the server’s',
    );
  }, 60_000);
});

/** In real time by the server's clock. */
async function watch(
  send: (by: Officer, item: Item) => Promise<void>,
  clock: { at: number },
  by: Officer,
  from: number,
  to: number,
) {
  clock.at += (to - from) * 1000;
  await send(by, aReport(from, to));
}
