import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ScreeningToReview } from '#domain/roll-call/screening-to-review.ts';
import { checkProjections } from '#server/ledger/rebuild.ts';
import { anAgency, holdRollCall, monday, shortPack, smallRoster, stretch } from '#test/support/an-agency.ts';

const film = shortPack.film.durationSeconds;
const list = async (agency: Awaited<ReturnType<typeof anAgency>>, who = 'trainer') =>
  (await agency.as(who)).get<{ screenings: ScreeningToReview[] }>('/api/reports/reviews');

/** The station says all of the film at once. */
async function screenAllAtOnce(roster = smallRoster) {
  const agency = await anAgency({ roster });
  const sergeant = await agency.as('north-sergeant');
  const id = randomUUID();
  await sergeant.post('/api/roll-calls', { id, unitId: 'north-squad' });
  const said = { stretches: [stretch(0, film)], narration: 'en', captions: [], deviceAt: '2026-11-23T12:00:00Z' };
  await sergeant.post(`/api/roll-calls/${id}/screened`, { id: randomUUID(), ...said });
  return { agency, sergeant, id };
}

describe('a screening that the server’s clock does not bear out', () => {
  test('is listed with what the station reported beside what was proved; one that ran as it should is not', async () => {
    const { agency, id } = await screenAllAtOnce();
    await holdRollCall(agency, await agency.as('south-sergeant'), 'south-squad', ['south-officer']);
    expect((await list(agency)).body.screenings).toEqual([
      {
        rollCallId: id,
        editionHash: shortPack.editionHash,
        unit: 'North District / North Squad',
        sergeant: 'Sergeant Name of north-sergeant',
        openedAt: new Date(monday).toISOString(),
        closedAt: null,
        reported: [{ fromSeconds: 0, toSeconds: film }],
        proved: [{ fromSeconds: 0, toSeconds: 2 }],
        late: [],
        toReview: [{ fromSeconds: 2, toSeconds: film }],
      },
    ]);
    const rebuilt = await checkProjections(agency.installation);
    expect(rebuilt.ok && rebuilt.value.filter(({ first }) => first !== null)).toEqual([]);
  });

  test('witnesses nothing beyond what was proved', async () => {
    const { sergeant, id } = await screenAllAtOnce();
    const close = { id: randomUUID(), attested: true, present: ['north-sergeant'] };
    expect(await sergeant.post(`/api/roll-calls/${id}/close`, close)).toMatchObject({
      status: 422,
      body: { code: 'roll-call.film-unseen' },
    });
  });

  test('is seen by who may review that unit, and by nobody else', async () => {
    const roster = structuredClone(smallRoster);
    for (const grant of roster.grants) if (grant.officerId === 'trainer') grant.unitId = 'south';
    const { agency } = await screenAllAtOnce(roster);
    expect((await list(agency)).body.screenings).toEqual([]);
    for (const who of ['north-captain', 'north-sergeant', 'administrator']) {
      expect((await list(agency, who)).status, who).toBe(404);
    }
  });
});
