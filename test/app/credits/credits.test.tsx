// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '#domain/course/closed-lists.ts';
import { enter, openApp, plugIn } from '#test/support/open-app.tsx';
import { wordsIn } from '#test/support/words.ts';

let gear: Awaited<ReturnType<typeof plugIn>>;
beforeAll(async () => {
  gear = await plugIn();
});
afterAll(() => gear.server.close());
afterEach(() => {
  cleanup();
  gear.forgetCookies();
});

async function openAs(who: 'training' | 'commander', address: string, language: Language) {
  const { badge, password } = gear.server.demo[who];
  await enter('password', badge, password);
  await openApp(address, language);
  return { t: wordsIn(language), person: userEvent.setup() };
}

const open = async (badge: string) => {
  const response = await fetch('/api/reports/units/mine/officers');
  const { officers } = (await response.json()) as { officers: { badge: string; name: string; grade?: string }[] };
  return officers.find((each) => each.badge === badge);
};

// One of the demo who has completed nothing, for each language.
describe.each([
  ['en', '1027'],
  ['es', '1028'],
] as const)('credits (%s)', (language, badge) => {
  test('one proposes with a reason, nobody has completed anything, and a second person confirms', async () => {
    const { t, person } = await openAs('training', '/commander/credits/new', language);
    await person.click(await screen.findByRole('button', { name: t('credits:propose.send') }));
    screen.getByText(t('credits:who.nobody'));
    screen.getByText(t('credits:propose.short'));
    await person.type(screen.getByLabelText(t('credits:who.search')), badge);
    await person.click(await screen.findByRole('checkbox', { name: new RegExp(badge) }));
    await person.clear(screen.getByLabelText(t('credits:who.search')));
    await person.type(screen.getByLabelText(t('credits:who.search')), 'zzz');
    const name = (await open(badge))?.name ?? '';
    screen.getByText(name, { selector: 'bdi' });
    await person.type(screen.getByLabelText(t('credits:propose.reason')), 'Wrote the order.');
    expect((await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([]);
    await person.click(screen.getByRole('button', { name: t('credits:propose.send') }));
    await screen.findByText(t('credits:item.another'));
    expect(screen.queryByRole('button', { name: t('credits:item.decideOf.confirmed', { names: name }) })).toBeNull();
    expect((await open(badge))?.grade).toBeFalsy();
    cleanup();
    gear.forgetCookies();

    const second = await openAs('commander', '/commander/credits', language);
    const confirm = await screen.findByRole('button', { name: t('credits:item.decideOf.confirmed', { names: name }) });
    const item = confirm.closest('li') as HTMLElement;
    within(item).getByText(t('credits:item.reason', { reason: 'Wrote the order.' }));
    await second.person.click(confirm);
    await screen.findByText(t('credits:list.now.confirmed'));
    expect((await open(badge))?.grade).toBe('D');
  });

  test('a sheet of paper takes its day and its scan, and nothing but a document is one', async () => {
    const { t, person } = await openAs('training', '/commander/credits/paper', language);
    const next = String(Number(badge) + 5);
    await person.type(await screen.findByLabelText(t('credits:who.search')), next);
    await person.click(await screen.findByRole('checkbox', { name: new RegExp(next) }));
    await person.click(screen.getByRole('button', { name: t('credits:paper.record') }));
    screen.getByText(t('credits:paper.dayless'));
    screen.getByText(t('credits:paper.sheetless'));
    await person.type(screen.getByLabelText(t('credits:paper.heldOn')), '2026-11-30');
    const field = screen.getByLabelText(t('credits:paper.sheet'));
    await person.upload(field, new File(['MZ'], 'sheet.pdf', { type: 'application/pdf' }));
    await person.click(screen.getByRole('button', { name: t('credits:paper.record') }));
    await screen.findByText(t('errors:file.not-a-document'));
    await person.upload(field, new File([`%PDF-1.7 ${language}`], 'sheet.pdf', { type: 'application/pdf' }));
    await person.click(screen.getByRole('button', { name: t('credits:paper.record') }));
    const line = await screen.findByText(new RegExp(`· ${next} ·`), { selector: '.credit li' });
    const scan = within(line.closest('.credit') as HTMLElement).getByRole('link', { name: t('credits:item.scan') });
    const response = await fetch(scan.getAttribute('href') ?? '');
    expect([response.headers.get('Content-Type'), await response.text()]).toEqual([
      'application/pdf',
      `%PDF-1.7 ${language}`,
    ]);
    expect((await open(next))?.grade).toBe('D');
  });
});
