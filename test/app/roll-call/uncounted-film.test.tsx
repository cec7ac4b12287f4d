// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StationItem } from '#app/roll-call/station-items.ts';
import type { RollCallView } from '#domain/roll-call/roll-call.ts';
import { officerHeader } from '#domain/roster/signed-in.ts';
import { stationShelf } from '#recording/station-shelf.ts';
import { enter, openApp, plugIn } from '#test/support/open-app.tsx';

const now = Date.parse('2026-11-22T12:00:00Z');
let gear: Awaited<ReturnType<typeof plugIn>>;
let rollCall: RollCallView;
beforeAll(async () => {
  gear = await plugIn({ course: 'real', now: () => now });
  const { badge, pin, unitId, officerId } = gear.server.demo.sergeant;
  await enter('pin', badge, pin);
  const response = await fetch('/api/roll-calls', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', [officerHeader]: officerId },
    body: JSON.stringify({ id: crypto.randomUUID(), unitId }),
  });
  rollCall = await response.json();
  // The real course on a busy machine.
}, 60_000);
afterAll(() => gear.server.close());

/** Ten seconds of film as the player reports them. */
const played = (fromSeconds: number): StationItem => ({
  kind: 'screened',
  id: crypto.randomUUID(),
  stretches: [{ fromSeconds, toSeconds: fromSeconds + 10, rate: 1 }],
  narration: 'en',
  captions: ['en', 'es'],
  deviceAt: new Date(now).toISOString(),
});

test.each([
  ['en', /without a network the film does not count/],
  ['es', /sin red la película no cuenta/],
] as const)(
  'a film that plays on without an answer says that it does not count, once the server would not prove it (%s)',
  async (language, uncounted) => {
    gear.network.silentTo = /screened$/;
    const shelf = stationShelf<StationItem>({ sergeantId: rollCall.sergeant.id, rollCallId: rollCall.id });
    for (const from of [0, 10, 20]) await shelf.add(played(from));
    await openApp(`/roll-call/${rollCall.id}/film`, language);
    await screen.findByText(/^3 /);
    expect(screen.queryByText(uncounted)).toBeNull();
    cleanup();

    await shelf.add(played(30));
    await openApp(`/roll-call/${rollCall.id}/film`, language);
    expect(await screen.findByText(uncounted)).toBeVisible();
    gear.network.silentTo = null;
    await waitFor(() => expect(screen.queryByText(uncounted)).toBeNull());
    await expect.poll(() => shelf.list(), { timeout: 10_000 }).toEqual([]);
    const view: RollCallView = await (await fetch(`/api/roll-calls/${rollCall.id}`)).json();
    // What came late is the server's old rule: no more than half a minute of it is proved.
    expect(view.covered.at(-1)?.toSeconds).toBeLessThanOrEqual(30);
  },
);
