// @vitest-environment jsdom
import { randomUUID } from 'node:crypto';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SquadChoice } from '#domain/roll-call/roll-call.ts';
import { officerHeader } from '#domain/roster/signed-in.ts';
import { enter, openApp, plugIn } from '#test/support/open-app.tsx';

let gear: Awaited<ReturnType<typeof plugIn>>;
beforeAll(async () => {
  gear = await plugIn();
  await screenAllAtOnce();
  // Sign-in hashes on purpose slowly.
}, 60_000);
afterAll(() => gear.server.close());

async function screenAllAtOnce() {
  const { demo, pack } = gear.server;
  const { badge, pin, officerId } = demo.sergeant;
  await enter('pin', badge, pin);
  const post = (path: string, body: object) =>
    fetch(`/api/roll-calls${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [officerHeader]: officerId },
      body: JSON.stringify(body),
    });
  const { squads } = (await (await fetch('/api/roll-calls/squads')).json()) as { squads: SquadChoice[] };
  const id = randomUUID();
  await post('', { id, unitId: squads[0]?.unitId });
  const stretches = [{ fromSeconds: 0, toSeconds: pack.film.durationSeconds, rate: 1 }];
  const said = { id: randomUUID(), stretches, narration: 'en', captions: [], deviceAt: '2000-01-01T00:00:00Z' };
  expect((await post(`/${id}/screened`, said)).status).toBe(200);
}

const words = {
  en: {
    link: 'Watching to review: no officer, 1 roll call',
    table: 'Screenings that the server’s clock does not bear out',
    reported: /^The station reported 0:30 \(0:00–0:30\)$/,
    proved: /^The clock bears out 0:0\d \(0:00–0:0\d\)$/,
    toReview: /^Could not have been, did not count 0:2\d/,
  },
  es: {
    link: 'Visualizaciones por revisar: ningún agente, 1 pase de lista',
    table: 'Proyecciones que el reloj del servidor no confirma',
    reported: /^El equipo reportó 0:30 \(0:00–0:30\)$/,
    proved: /^El reloj lo confirma 0:0\d \(0:00–0:0\d\)$/,
    toReview: /^No pudo ser y no contó 0:2\d/,
  },
} as const;

test.each(['en', 'es'] as const)(
  'the training unit sees what a station reported beside what the clock bears out (%s)',
  async (language) => {
    const say = words[language];
    const { training, sergeant } = gear.server.demo;
    await enter('password', training.badge, training.password);
    await openApp('/commander', language);
    await userEvent.setup().click(await screen.findByRole('link', { name: say.link }));
    const table = await screen.findByRole('region', { name: say.table });
    for (const cell of [say.reported, say.proved, say.toReview]) {
      expect(within(table).getByRole('cell', { name: cell })).toBeVisible();
    }
    expect(within(table).getByRole('cell', { name: new RegExp(sergeant.name) })).toBeVisible();
    expect((await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([]);
  },
);
