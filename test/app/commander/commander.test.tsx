// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SessionProvider } from '#app/api/session.ts';
import type { OfficerLine, UnitReport } from '#domain/completion/report.ts';
import { adoptCourse } from '#server/founding.ts';
import type { Installation } from '#server/installation.ts';
import { enter, openApp, plugIn } from '#test/support/open-app.tsx';

let gear: Awaited<ReturnType<typeof plugIn>>;
let installation: Installation;
beforeAll(async () => {
  gear = await plugIn({
    besides: async (opened) => {
      installation = opened;
    },
  });
});
afterAll(() => gear.server.close());

const signInAs = (who: 'commander' | 'training') => {
  const { badge, password } = gear.server.demo[who];
  return enter('password', badge, password);
};
const answer = async <T,>(path: string) => (await (await fetch(path)).json()) as T;

const words = {
  en: {
    sentence: (done: number, of: number, late: number) => `${done} of ${of} have completed. ${late} are late`,
    needs: /Squad B needs you\./,
    need: 'Need',
    unit: 'Unit',
    table: 'Units with their figures',
    officers: 'Officers with state, grade and due date',
    lateOnly: 'Only who is late',
    late: /^Late since /,
    state: 'State',
    csv: 'This list as CSV',
    nobody: /No officer fits this choice/,
    grades: / \d+ proved by the server’s clock \(A\), \d+ witnessed at roll call \(B\)/,
    evidence: 'Evidence',
    graded: /^[AB], (proved|witnessed)/,
    history: /^Completed\. A:/,
    read: 'Read the path',
    reason: 'Why do you need to read it?',
    short: 'Give the reason in at least ten characters.',
    chosen: /attempt 1, run 1/,
    replay: /^See “.+” with these details/,
    wasRead: /The training unit read the path/,
    notFound: 'Page not found',
    again: 'Try again',
    lost: /No connection to the server/,
  },
  es: {
    sentence: (done: number, of: number, late: number) => `Han completado ${done} de ${of}. ${late} están con retraso`,
    needs: /Squad B necesita su atención\./,
    need: 'Necesidad',
    unit: 'Unidad',
    table: 'Unidades con sus cifras',
    officers: 'Agentes con estado, evidencia y fecha límite',
    lateOnly: 'Solo con retraso',
    late: /^Con retraso desde el /,
    state: 'Estado',
    csv: 'Esta lista como CSV',
    nobody: /Nadie corresponde a esta selección/,
    grades: / \d+ comprobadas por el reloj del servidor \(A\), \d+ atestiguadas en el pase de lista \(B\)/,
    evidence: 'Evidencia',
    graded: /^[AB], (comprobada|atestiguada)/,
    history: /^Completó\. A:/,
    read: 'Leer el recorrido',
    reason: '¿Por qué necesita leerlo?',
    short: 'Escriba el motivo con al menos diez caracteres.',
    chosen: /intento 1, vuelta 1/,
    replay: /^Ver «.+» con estos detalles/,
    wasRead: /La unidad de capacitación leyó el recorrido/,
    notFound: 'Página no encontrada',
    again: 'Intentar de nuevo',
    lost: /No hay conexión con el servidor/,
  },
} as const;

const rowNames = (table: HTMLElement) =>
  within(table)
    .getAllByRole('rowheader')
    .map((header) => within(header).getByRole('link').textContent ?? '');

describe.each(['en', 'es'] as const)('the commander (%s)', (language) => {
  const say = words[language];

  test('reads first in one sentence who has completed, who is late and which squad needs her', async () => {
    await signInAs('commander');
    const { unit } = await answer<UnitReport>('/api/reports/units/mine');
    await openApp('/commander', language);
    const heading = await screen.findByRole('heading', { level: 1 });
    const { done, officers, late } = unit.counts;
    expect(heading).toHaveTextContent(say.sentence(done, officers, late));
    expect(late).toBeGreaterThan(1);
    expect(screen.getByText(say.grades)).toBeVisible();
    const needed = await within(heading).findByRole('link', { name: say.needs });
    await userEvent.click(needed);
    const list = await screen.findByRole('table', undefined, { timeout: 5000 });
    expect(within(list).getAllByText(say.late).length).toBe(late);
  });

  test('sees the neediest unit first, and sorts by any column, said to a screen reader too', async () => {
    await signInAs('commander');
    await openApp('/commander/units/patrol', language);
    const table = await screen.findByRole('table');
    expect(rowNames(table)[0]).toBe('District 1');
    const [byUnit, byNeed] = [say.unit, say.need].map((name) =>
      within(table).getByRole('columnheader', { name: new RegExp(`^${name}\\s*$`) }),
    );
    expect(byNeed).toHaveAttribute('aria-sort', 'ascending');
    const user = userEvent.setup();
    await user.click(within(byUnit as HTMLElement).getByRole('button'));
    await user.click(within(byUnit as HTMLElement).getByRole('button'));
    expect(byUnit).toHaveAttribute('aria-sort', 'descending');
    expect(byNeed).not.toHaveAttribute('aria-sort');
    // Whoever runs the bureau belongs to none of its districts, and has a row all the same.
    expect(rowNames(table).slice(0, 2)).toEqual([expect.stringMatching(/^Patrol Bureau, /), 'District 8']);
  });

  test('filters the officers, takes exactly that list away as CSV, and is told when nobody fits', async () => {
    await signInAs('commander');
    await openApp('/commander/units/district-1-day-b', language);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('checkbox', { name: say.lateOnly }));
    expect((await screen.findAllByText(say.late)).length).toBeGreaterThan(1);
    const csv = screen.getByRole('link', { name: say.csv });
    const file = await fetch(csv.getAttribute('href') ?? '');
    const lines = (await file.text()).trim().split('\r\n').length - 1;
    expect(lines).toBe(screen.getAllByRole('rowheader').length);
    await user.selectOptions(screen.getByRole('combobox', { name: say.state }), 'done');
    expect(await screen.findByText(say.nobody)).toBeVisible();
  });

  test('filters the completions by how well they are borne out, and never by the letter alone', async () => {
    await signInAs('commander');
    await openApp('/commander/units/district-2?standing=done', language);
    const user = userEvent.setup();
    const evidence = await screen.findByRole('combobox', { name: say.evidence });
    for (const option of within(evidence).getAllByRole('option').slice(1)) {
      expect(option).toHaveTextContent(/^[A-D]: \p{L}{3,}/u);
    }
    await screen.findAllByRole('rowheader');
    await user.selectOptions(evidence, 'B');
    expect((await screen.findAllByText(/^B: /, { selector: 'td, td *' })).length).toBeGreaterThan(1);
    expect(screen.queryAllByText(/^A: /, { selector: 'td, td *' })).toEqual([]);
  });

  test('sees how an officer’s completion is borne out, and no door to the path of decisions', async () => {
    await signInAs('commander');
    const { officers } = await answer<{ officers: OfficerLine[] }>('/api/reports/units/mine/officers?standing=done');
    const officer = officers.find((line) => line.grade === 'A') as OfficerLine;
    await openApp(`/commander/officers/${officer.officerId}`, language);
    expect(await screen.findByRole('heading', { level: 1, name: new RegExp(officer.name) })).toBeVisible();
    expect(screen.getByText(say.graded)).toBeVisible();
    expect(screen.getByText(officer.receipt ?? 'none')).toBeVisible();
    expect(screen.getByText(say.history)).toBeVisible();
    expect(screen.queryByRole('button', { name: say.read })).toBeNull();
  });

  test('the training unit reads the path only for a reason, and the history tells', async () => {
    await signInAs('training');
    const { officers } = await answer<{ officers: OfficerLine[] }>('/api/reports/units/mine/officers?standing=done');
    const address = `/commander/officers/${officers[0]?.officerId}`;
    const user = userEvent.setup();
    await openApp(address, language);
    await user.type(await screen.findByLabelText(say.reason), 'because');
    await user.click(screen.getByRole('button', { name: say.read }));
    expect(screen.getByText(say.short)).toBeVisible();
    expect(screen.queryByText(say.chosen)).toBeNull();
    await user.type(screen.getByLabelText(say.reason), ' we prepare the next class');
    await user.click(screen.getByRole('button', { name: say.read }));
    expect((await screen.findAllByText(say.chosen)).length).toBeGreaterThan(1);
    // Each run once, with the seed that the record holds: who did it, which edition, attempt, scenario and run.
    const replays = screen.getAllByRole('link', { name: say.replay }).map((link) => link.getAttribute('href'));
    expect(new Set(replays).size).toBe(replays.length);
    for (const href of replays) {
      const { pathname, searchParams } = new URL(href ?? '', 'http://muster.test');
      const scenarioId = pathname.replace('/practice/', '');
      expect(searchParams.get('seed')).toMatch(
        new RegExp(`^${officers[0]?.officerId}:[0-9a-f]{16}:1:${scenarioId}:\\d$`),
      );
    }
    const { history } = await answer<{ history: { kind: string }[] }>(
      `/api/reports/officers/${officers[0]?.officerId}`,
    );
    expect(history.at(-1)?.kind).toBe('path.read');
  });

  test('when the network is gone the last figures stay, marked as the last known, until a new try succeeds', async () => {
    await signInAs('commander');
    await openApp('/commander', language);
    const heading = await screen.findByRole('heading', { level: 1 });
    gear.network.isDown = true;
    window.dispatchEvent(new Event('online'));
    expect(await screen.findByText(say.lost)).toBeVisible();
    expect(heading).toBeVisible();
    gear.network.isDown = false;
    await userEvent.click(screen.getByRole('button', { name: say.again }));
    await expect.poll(() => screen.queryByText(say.lost), { timeout: 10_000 }).toBeNull();
  });

  test('an officer’s account finds nothing here, and nothing is asked in its name', async () => {
    const { badge, pin } = gear.server.demo.officer;
    await enter('pin', badge, pin);
    const [signedIn, agency] = [await answer<never>('/api/sign-in'), await answer<never>('/api/agency')];
    const { CommanderPages } = await import('#app/commander/commander-pages.tsx');
    const { default: i18next } = await import('i18next');
    await i18next.changeLanguage(language);
    gear.network.sent.length = 0;
    render(
      <SessionProvider value={{ agency, signedIn }}>
        <MemoryRouter>
          <CommanderPages />
        </MemoryRouter>
      </SessionProvider>,
    );
    expect(screen.getByRole('heading', { name: say.notFound })).toBeVisible();
    expect(gear.network.sent).toEqual([]);
  });

  test('a foreign or unknown unit is not found', async () => {
    await enter('password', gear.server.demo.captain.badge, gear.server.demo.captain.password);
    await openApp('/commander/units/district-1', language);
    expect(await screen.findByRole('heading', { name: say.notFound })).toBeVisible();
  });
});

test('a path is read in the words of the edition that was decided on, also after a newer one came', async () => {
  const next = structuredClone(gear.server.pack);
  next.editionHash = 'e'.repeat(64);
  for (const scenario of Object.values(next.text.en.scenarios)) scenario.title = 'Never read by this officer';
  await adoptCourse(installation, next);
  await signInAs('training');
  await openApp(`/commander/officers/${gear.server.demo.needsTalk.officerId}`, 'en');
  await userEvent.type(await screen.findByLabelText(words.en.reason), 'Asked for by the officer');
  await userEvent.click(screen.getByRole('button', { name: words.en.read }));
  expect(await screen.findByText(words.en.chosen)).toBeVisible();
  expect(screen.queryByText(/Never read by this officer/)).toBeNull();
  // Practice would show today's edition, with other names and places.
  expect(screen.queryByRole('link', { name: words.en.replay })).toBeNull();
});
