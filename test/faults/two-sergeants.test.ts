import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { RollCallView } from '#domain/roll-call/roll-call.ts';
import { agencyId } from '#server/installation.ts';
import { aServerHere, get, post } from './a-server-here.ts';
import { aSite, type Officer, pack } from './a-site.ts';
import { databases, tell } from './figures.ts';
import { lookAfter } from './records.ts';

const squad = 200;

describe.each(databases)('two sergeants at one roll call, %s', (kind) => {
  test('every officer is there once, whoever ticked, and the roll call is closed once, under one name', async () => {
    let clock = Date.now();
    const site = await aSite(kind, { officers: squad, now: () => clock });
    const [first, second] = site?.sergeants ?? [];
    if (!site || !first || !second) return console.log('No PostgreSQL for this machine: not held there.');
    const server = await aServerHere(site.place, () => clock);
    const { url } = server;
    const id = randomUUID();
    const path = `/api/roll-calls/${id}`;
    const item = (more: Record<string, unknown>) => ({ id: randomUUID(), ...more });
    expect(await post(url, '/api/roll-calls', first, { id, unitId: 'squad' })).toMatchObject({ status: 200 });

    // Turn by turn, and every tenth officer by both.
    const ticks = site.officers.flatMap((officer, place): [Officer, Officer][] => {
      const by = place % 2 === 0 ? first : second;
      const also = by === first ? second : first;
      return place % 10 === 0
        ? [
            [by, officer],
            [also, officer],
          ]
        : [[by, officer]];
    });
    const ticked = await Promise.all(
      ticks.map(([by, officer]) =>
        post(url, `${path}/presence`, by, item({ officerIds: [officer.id], present: true })),
      ),
    );
    expect(new Set(ticked.map(({ status }) => status))).toEqual(new Set([200]));

    const { durationSeconds } = pack.film;
    for (let from = 0; from < durationSeconds; from += 10) {
      const to = Math.min(durationSeconds, from + 10);
      clock += (to - from) * 1000;
      const stretches = [{ fromSeconds: from, toSeconds: to, rate: 1 }];
      const played = { stretches, narration: 'en', captions: ['es'], deviceAt: new Date(clock).toISOString() };
      expect((await post(url, `${path}/screened`, first, item(played))).status).toBe(200);
    }
    const { roster } = await get<RollCallView>(url, path, second);
    const present = roster.filter((line) => line.present).map((line) => line.officerId);
    expect(present).toHaveLength(squad + 1);
    const closes = await Promise.all(
      [first, second].map((by) => post<{ code?: string }>(url, `${path}/close`, by, item({ attested: true, present }))),
    );
    const won = closes.findIndex(({ status }) => status === 200);
    expect(closes[1 - won]).toMatchObject({ status: 409, body: { code: 'roll-call.closed' } });

    const winner = [first, second][won]?.id;
    const sheet = await get<RollCallView>(url, path, second);
    expect([sheet.sergeant.id, sheet.attestedBy?.id]).toEqual([first.id, winner]);
    const { db } = server.installation;
    const rows = await db.selectFrom('presence').select('officer_id').where('agency_id', '=', agencyId).execute();
    expect(rows.map((row) => row.officer_id).sort()).toEqual([...present].sort());
    const attended = await db
      .selectFrom('officer_event')
      .select('officer_id')
      .where('kind', '=', 'roll-call.attended')
      .execute();
    expect(attended.map((row) => row.officer_id).sort()).toEqual([...present].sort());
    const kinds = await db.selectFrom('ledger_entry').select('kind').where('kind', 'like', 'roll-call.%').execute();
    const count = (kind: string) => kinds.filter((each) => each.kind === kind).length;
    expect([count('roll-call.closed'), count('roll-call.presence')]).toEqual([1, ticks.length]);
    await server.close();
    expect(await lookAfter(site.place)).toEqual({ verify: 0, rebuild: 0 });
    tell(
      `Two sergeants at one roll call, ${kind}`,
      `${ticks.length} ticks at once for ${squad} officers, 2 closes`,
      `${attended.length} attended (with the sergeant), 1 row each; closed once, the other is told so (409)`,
    );
  }, 120_000);
});
