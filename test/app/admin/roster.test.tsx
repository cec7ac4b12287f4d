// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '#domain/course/closed-lists.ts';
import type { Installation } from '#server/installation.ts';
import { enter, openApp, plugIn } from '#test/support/open-app.tsx';
import { wordsIn } from '#test/support/words.ts';

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
afterEach(() => {
  cleanup();
  gear.forgetCookies();
});

const aFile = (...lines: string[]) => new File([lines.join('\n')], 'list.csv', { type: 'text/csv' });
const rowsWith = (badge: string) =>
  installation.db.selectFrom('officer').select(['name', 'deactivated_at']).where('badge', '=', badge).execute();

async function openRoster(language: Language) {
  const { badge, password } = gear.server.demo.administrator;
  await enter('password', badge, password);
  await openApp('/admin/roster', language);
  const t = wordsIn(language);
  const person = userEvent.setup();
  const choose = async (file: File) => person.upload(await screen.findByLabelText(t('roster:page.file')), file);
  const button = (key: string) => screen.getByRole('button', { name: t(`roster:page.${key}`) });
  return { t, person, choose, button };
}

describe.each([
  ['en', 'Placa;Nombre;Rank', '9101', '1026', 'Grace Hall', '<img src=x onerror=alert(1)>'],
  ['es', 'Badge;Name;Grado', '9102', '1027', 'Ana Peña', '<svg onload=alert(2)>'],
] as const)('the administrator (%s)', (language, header, added, known, other, markup) => {
  test('chooses a list, answers who is who, sees every change and imports exactly that', async () => {
    const { t, person, choose, button } = await openRoster(language);
    await choose(aFile(header, `${added};${markup};Officer`, `${known};${other};Officer`));
    const heading = await screen.findByRole('heading', { name: t('roster:page.questions', { count: 1 }) });
    expect(heading).toBeVisible();
    expect(document.querySelector('[onerror], [onload]')).toBeNull();
    expect(screen.getByText(markup, { selector: 'li bdi' })).toBeVisible();
    expect(button('import')).toBeDisabled();

    await person.click(screen.getByRole('radio', { name: t('roster:page.another') }));
    expect(button('import')).toBeDisabled();
    await person.click(button('look'));
    await waitFor(() => expect(button('import')).toBeEnabled());
    expect(screen.getByText(t('roster:cli.added', { count: 2 }))).toBeVisible();
    expect(screen.getByText(t('roster:cli.deactivated', { count: 1 }))).toBeVisible();
    expect(await rowsWith(added)).toEqual([]);

    await person.click(button('import'));
    const said = await screen.findByText(/[0-9A-F]{4}-[0-9A-F]{4}/);
    expect(said.textContent).toMatch(/^Import(ed|ado): 2 /);
    expect(await rowsWith(added)).toMatchObject([{ name: markup }]);
    expect(await rowsWith(known)).toHaveLength(2);
  });

  test('names the columns that could not be guessed', async () => {
    const { t, person, choose, button } = await openRoster(language);
    await choose(aFile('Plate,Who', `${added}9,Ann Lee`));
    expect(await screen.findByRole('alert')).toHaveTextContent(t('roster:mapping.badge-not-mapped'));
    await person.selectOptions(screen.getByLabelText(t('roster:field.badge')), 'Plate');
    await person.selectOptions(screen.getByLabelText(t('roster:field.name')), 'Who');
    await person.click(button('look'));
    expect(await screen.findByText('Ann Lee', { selector: 'li bdi' })).toBeVisible();
  });

  test.each([
    ['file-not-a-sheet', aFile('%PDF-1.7')],
    ['file-one-column', aFile('Badge^Name', '1^Ann')],
    ['file-too-large', new File([new Uint8Array(50 * 1024 * 1024)], 'film.mp4.csv')],
  ])('is told in one sentence: %s', async (code, file) => {
    const { t, choose } = await openRoster(language);
    await choose(file);
    const note = await screen.findByRole('alert');
    expect(within(note).getByText(t(`roster:roster.${code}`))).toBeVisible();
    expect(screen.queryByRole('button', { name: t('roster:page.import') })).toBeNull();
  });

  test('nobody else finds the page', async () => {
    const { badge, password } = gear.server.demo.commander;
    await enter('password', badge, password);
    await openApp('/admin/roster', language);
    const t = wordsIn(language);
    expect(await screen.findByRole('heading', { name: t('common:notFound.title') })).toBeVisible();
  });
});
