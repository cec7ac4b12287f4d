// @vitest-environment jsdom
import { randomUUID } from 'node:crypto';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { officerHeader } from '#domain/roster/signed-in.ts';
import { enter, openApp, plugIn } from '#test/support/open-app.tsx';

let gear: Awaited<ReturnType<typeof plugIn>>;
beforeEach(async () => {
  gear = await plugIn();
}, 60_000);
afterEach(async () => {
  vi.unstubAllGlobals();
  await gear.server.close();
});

async function submit(who: 'officer' | 'sergeant', ...items: object[]) {
  const { badge, pin, officerId } = gear.server.demo[who];
  await enter('pin', badge, pin);
  const statuses: number[] = [];
  for (const item of items) {
    const response = await fetch('/api/training/evidence', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [officerHeader]: officerId },
      body: JSON.stringify(item),
    });
    statuses.push(response.status);
  }
  return statuses;
}

/** The officer sends another part of the film under the same id; then the sergeant sends what the officer had sent. */
async function sendAgain() {
  const common = { editionHash: gear.server.pack.editionHash, deviceAt: '2000-01-01T00:00:00Z' };
  const opened = { kind: 'opened', id: randomUUID(), language: 'en', ...common };
  const played = { kind: 'watched', id: randomUUID(), narration: 'en', captions: ['es'], ...common };
  const part = (fromSeconds: number) => ({ stretches: [{ fromSeconds, toSeconds: fromSeconds + 1, rate: 1 }] });
  const first = { ...played, ...part(0) };
  expect(await submit('officer', opened, first, { ...played, ...part(4) })).toEqual([200, 200, 409]);
  expect(await submit('sergeant', first)).toEqual([409]);
}

const words = {
  en: {
    table: 'Officers whose reports are to review',
    reason: 'Why do you need to look at it?',
    read: 'Look at the evidence',
    back: 'Watching to review',
    once: 'Sent again under an id already taken: once',
    twice: 'Sent again under an id already taken: 2 times',
    refused: /^Refused: /,
    film: /^Film reported Taken first 0:01 \(0:00–0:01\) Sent again 0:01 \(0:04–0:05\) Compared Different$/,
    sameFilm: /^Film reported Taken first 0:01 \(0:00–0:01\) Sent again 0:01 \(0:00–0:01\) Compared The same$/,
    by: /^Sent by .* Compared Different$/,
    voice: /Voice: English, captions: Español/,
    explained: 'Explained',
    settle: 'Note the outcome',
    noted: 'The outcome is noted.',
  },
  es: {
    table: 'Agentes cuyos reportes están por revisar',
    reason: '¿Por qué necesita mirarlo?',
    read: 'Mirar la evidencia',
    back: 'Visualizaciones por revisar',
    once: 'Enviado de nuevo con un identificador ya usado: una vez',
    twice: 'Enviado de nuevo con un identificador ya usado: 2 veces',
    refused: /^Rechazado: /,
    film: /^Película reportada Recibido primero 0:01 \(0:00–0:01\) Enviado de nuevo 0:01 \(0:04–0:05\) Comparación Distinto$/,
    sameFilm:
      /^Película reportada Recibido primero 0:01 \(0:00–0:01\) Enviado de nuevo 0:01 \(0:00–0:01\) Comparación Igual$/,
    by: /^Lo envió .* Comparación Distinto$/,
    voice: /Voz: English, subtítulos: Español/,
    explained: 'Explicado',
    settle: 'Anotar el resultado',
    noted: 'El resultado quedó anotado.',
  },
} as const;

test.each(['en', 'es'] as const)(
  'the training unit sees what was sent again beside what was taken first, and settles it (%s)',
  async (language) => {
    const say = words[language];
    await sendAgain();
    const { training, officer, sergeant } = gear.server.demo;
    await enter('password', training.badge, training.password);
    const user = userEvent.setup();
    const lookAt = async (name: string) => {
      const table = await screen.findByRole('region', { name: say.table });
      await user.click(within(table).getByRole('link', { name }));
      await user.type(await screen.findByLabelText(say.reason), 'On the list of the week');
      await user.click(screen.getByRole('button', { name: say.read }));
    };

    await openApp('/commander/review', language);
    await lookAt(sergeant.name);
    expect(await screen.findByRole('heading', { name: say.once })).toBeVisible();
    const replayed = screen.getByRole('table', { name: say.refused });
    expect(within(replayed).getByRole('row', { name: say.by })).toHaveTextContent(officer.name);
    expect(within(replayed).getByRole('row', { name: say.sameFilm })).toBeVisible();
    await user.click(screen.getByRole('radio', { name: say.explained }));
    await user.click(screen.getByRole('button', { name: say.settle }));
    expect(await screen.findByText(say.noted)).toBeVisible();

    await user.click(screen.getByRole('link', { name: say.back }));
    await lookAt(officer.name);
    expect(await screen.findByRole('heading', { name: say.twice })).toBeVisible();
    // The latest first: what the sergeant sent stands on the sergeant's page, and here that it is the same.
    const [replay, changed] = screen.getAllByRole('table', { name: say.refused });
    if (!replay || !changed) throw new Error('Both stand there.');
    expect(within(replay).getByRole('row', { name: say.by })).toHaveTextContent(sergeant.name);
    expect(within(changed).getByRole('row', { name: say.film })).toBeVisible();
    expect(within(changed).getAllByText(say.voice)).toHaveLength(2);
    expect((await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([]);
  },
);
