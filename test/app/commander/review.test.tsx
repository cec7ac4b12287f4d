// @vitest-environment jsdom
import { randomUUID } from 'node:crypto';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReviewLine } from '#domain/coverage/watching-evidence.ts';
import { officerHeader } from '#domain/roster/signed-in.ts';
import { enter, openApp, plugIn } from '#test/support/open-app.tsx';

let gear: Awaited<ReturnType<typeof plugIn>>;
beforeAll(async () => {
  gear = await plugIn();
});
afterAll(() => gear.server.close());

const signInAs = (who: 'commander' | 'training') => {
  const { badge, password } = gear.server.demo[who];
  return enter('password', badge, password);
};

/** Two screens far apart: half the film each, in no time at all. */
async function playTwoScreens(who: 'officer' | 'sergeant') {
  const { badge, pin, officerId } = gear.server.demo[who];
  await enter('pin', badge, pin);
  const { editionHash, film } = gear.server.pack;
  const half = film.durationSeconds / 2;
  const send = async (item: object) => {
    const common = { id: randomUUID(), editionHash, deviceAt: '2000-01-01T00:00:00Z' };
    const response = await fetch('/api/training/evidence', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [officerHeader]: officerId },
      body: JSON.stringify({ ...common, ...item }),
    });
    expect(response.status).toBe(200);
  };
  await send({ kind: 'opened', language: 'en' });
  for (const fromSeconds of [0, half]) {
    const stretches = [{ fromSeconds, toSeconds: fromSeconds + half, rate: 1 }];
    await send({ kind: 'watched', stretches, narration: 'en', captions: [] });
  }
}

const words = {
  en: {
    link: 'Watching to review: 1 officer',
    title: 'Watching to review',
    innocent: /^Two screens at once/,
    notAccusing: /This is not an accusation/,
    table: 'Officers whose reports are to review',
    csv: 'This list as CSV',
    reason: 'Why do you need to look at it?',
    read: 'Look at the evidence',
    bars: /^The film, second by second/,
    claimed: /^Devices reported/,
    borneOut: /^The server’s clock bears out/,
    notCounted: /^Did not count/,
    reports: 'All 2 reports, one by one',
    behind: /days behind$/,
    explained: 'Explained',
    settle: 'Note the outcome',
    chooseFirst: 'Choose an outcome first.',
    noted: 'The outcome is noted.',
    none: /^Nothing is open/,
    history: 'What was to review of the watching was looked at and explained.',
    notFound: 'Page not found',
  },
  es: {
    link: 'Visualizaciones por revisar: 1 agente',
    title: 'Visualizaciones por revisar',
    innocent: /^Dos pantallas a la vez/,
    notAccusing: /Esto no es una acusación/,
    table: 'Agentes cuyos reportes están por revisar',
    csv: 'Esta lista como CSV',
    reason: '¿Por qué necesita mirarlo?',
    read: 'Mirar la evidencia',
    bars: /^La película, segundo a segundo/,
    claimed: /^Los dispositivos reportaron/,
    borneOut: /^El reloj del servidor lo confirma/,
    notCounted: /^No contó/,
    reports: 'Los 2 reportes, uno por uno',
    behind: /^atrasado .* días$/,
    explained: 'Explicado',
    settle: 'Anotar el resultado',
    chooseFirst: 'Elija primero un resultado.',
    noted: 'El resultado quedó anotado.',
    none: /^No hay nada pendiente/,
    history: 'Se miró y se explicó lo que había por revisar de la visualización.',
    notFound: 'Página no encontrada',
  },
} as const;

describe.each([
  ['en', 'officer'],
  ['es', 'sergeant'],
] as const)('the training unit (%s)', (language, who) => {
  const say = words[language];

  test('goes from the reports to the list, reads the evidence for a reason, and settles it without a typed word', async () => {
    await playTwoScreens(who);
    await signInAs('training');
    const user = userEvent.setup();
    await openApp('/commander', language);
    await user.click(await screen.findByRole('link', { name: say.link }));
    expect(await screen.findByRole('heading', { level: 1, name: say.title })).toBeVisible();
    const innocent = screen.getByText(say.innocent);
    const table = await screen.findByRole('region', { name: say.table });
    // What it usually is stands before any name.
    expect(innocent.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(screen.getByText(say.notAccusing)).toBeVisible();
    const csv = await (await fetch(screen.getByRole('link', { name: say.csv }).getAttribute('href') ?? '')).text();
    const { name, badge } = gear.server.demo[who];
    expect(csv).toContain(`"${badge}","${name}"`);

    await user.click(within(table).getByRole('link', { name }));
    await user.type(await screen.findByLabelText(say.reason), 'On the list of the week');
    await user.click(screen.getByRole('button', { name: say.read }));
    const evidence = await screen.findByRole('table', { name: say.bars });
    for (const kind of [say.claimed, say.borneOut, say.notCounted]) {
      expect(within(evidence).getByRole('rowheader', { name: kind })).toBeVisible();
    }
    await user.click(screen.getByText(say.reports));
    expect(screen.getAllByText(say.behind)).toHaveLength(2);

    await user.click(screen.getByRole('button', { name: say.settle }));
    expect(screen.getByText(say.chooseFirst)).toBeVisible();
    await user.click(screen.getByRole('radio', { name: say.explained }));
    await user.click(screen.getByRole('button', { name: say.settle }));
    expect(await screen.findByText(say.noted)).toBeVisible();
    expect(screen.queryByRole('button', { name: say.settle })).toBeNull();
    await user.click(screen.getByRole('link', { name: say.title }));
    expect(await screen.findByText(say.none)).toBeVisible();
  });

  test('finds the outcome in the officer’s history; a commander has no door to the rest', async () => {
    await signInAs('commander');
    await openApp(`/commander/officers/${gear.server.demo[who].officerId}`, language);
    expect(await screen.findByText(say.history)).toBeVisible();
    expect((await fetch('/api/reports/reviews')).status).toBe(404);
  });

  test('a commander who types the address finds nothing there', async () => {
    await signInAs('commander');
    await openApp('/commander/review', language);
    expect(await screen.findByRole('heading', { name: say.notFound })).toBeVisible();
  });
});

test('the list is empty once everything is settled', async () => {
  await signInAs('training');
  const { reviews } = (await (await fetch('/api/reports/reviews')).json()) as { reviews: ReviewLine[] };
  expect(reviews).toEqual([]);
});
