// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
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

async function openDesk(address: string, language: Language) {
  const { badge, password } = gear.server.demo.administrator;
  await enter('password', badge, password);
  await openApp(address, language);
  const t = wordsIn(language);
  const person = userEvent.setup();
  const unfold = async (key: string) => person.click(await screen.findByText(t(key), { selector: 'summary' }));
  const press = (name: string) => person.click(screen.getByRole('button', { name }));
  return { t, person, unfold, press };
}
const noContrast = { rules: { 'color-contrast': { enabled: false } } };

describe.each(['en', 'es'] as const)('the administrator (%s)', (language) => {
  const left = language === 'en' ? '1041' : '1042';
  const find = async (badge: string) => {
    const desk = await openDesk('/admin/people', language);
    await desk.person.type(await screen.findByLabelText(desk.t('admin:people.search')), badge);
    const line = (await screen.findByText(new RegExp(badge))).closest('li') as HTMLElement;
    await desk.person.click(within(line).getByRole('link'));
    return desk;
  };

  test('finds a person, exempts with a reason, takes off the roster with all rights, and brings back without them', async () => {
    const { t, person, unfold, press } = await find(left);
    await screen.findByRole('heading', { name: t('admin:rights.title') });
    expect((await axe.run(document.body, noContrast)).violations).toEqual([]);

    await unfold('admin:exemption.giveOne');
    await press(t('admin:exemption.give'));
    screen.getByText(t('admin:exemption.short'));
    await person.type(screen.getByLabelText(t('admin:exemption.reason')), 'On a year of leave.');
    await press(t('admin:exemption.give'));
    const ending = await screen.findByRole('button', { name: t('admin:exemption.end') });
    screen.getByText(/On a year of leave\./);
    await person.click(ending);
    await screen.findByText(t('admin:exemption.giveOne'));

    await unfold('admin:rights.giveOne');
    await press(t('admin:rights.give'));
    const end = await screen.findByRole('button', { name: new RegExp(`^${t('admin:rights.end')}`) });
    expect(end).toBeVisible();
    await unfold('admin:person.changePlace');
    await press(t('admin:person.takeOff'));
    await screen.findByRole('button', { name: t('admin:person.bringBack') });
    expect(screen.queryByRole('button', { name: new RegExp(`^${t('admin:rights.end')}`) })).toBeNull();
    await press(t('admin:person.bringBack'));
    await unfold('admin:person.changePlace');
    expect(screen.queryByRole('button', { name: new RegExp(`^${t('admin:rights.end')}`) })).toBeNull();
  });

  test('is told in one sentence when a badge is somebody else’s', async () => {
    const { t, person, press } = await openDesk('/admin/people', language);
    await person.click(await screen.findByRole('button', { name: t('admin:people.add') }));
    const dialog = within(await screen.findByRole('dialog'));
    await person.type(await dialog.findByLabelText(t('admin:person.name')), 'Grace Hall');
    await person.type(dialog.getByLabelText(t('admin:person.badge')), gear.server.demo.officer.badge);
    await press(t('admin:save'));
    await dialog.findByText(t('roster:roster.badge-taken'));
  });

  test('adds a unit, names it anew and takes it away; one with people in it stays', async () => {
    const { t, person } = await openDesk('/admin/units', language);
    const below = await screen.findByRole('button', { name: t('admin:units.addBelow', { unit: 'Patrol Bureau' }) });
    await person.click(below);
    const name = `Harbor ${language}`;
    await person.type(within(screen.getByRole('dialog')).getByLabelText(t('admin:units.name')), name);
    await person.click(within(screen.getByRole('dialog')).getByRole('button', { name: t('admin:save') }));
    await person.click(await screen.findByRole('button', { name: t('admin:units.changeUnit', { unit: name }) }));
    await person.click(within(screen.getByRole('dialog')).getByRole('button', { name: t('admin:units.remove') }));
    const gone = () => expect(screen.queryByText(name)).toBeNull();
    await waitFor(gone);
    await person.click(screen.getByRole('button', { name: t('admin:units.changeUnit', { unit: 'Patrol Bureau' }) }));
    await person.click(within(screen.getByRole('dialog')).getByRole('button', { name: t('admin:units.remove') }));
    await within(screen.getByRole('dialog')).findByText(t('errors:unit.in-use'));
  });

  test('changes a person’s name by hand', async () => {
    const { t, person, unfold } = await find(language === 'en' ? '1051' : '1052');
    await unfold('admin:person.changePlace');
    const field = await screen.findByLabelText(t('admin:person.name'));
    await person.clear(field);
    await person.type(field, "Zoë O'Hara");
    // Two forms say Save: this one keeps the place on the roster.
    const form = field.closest('form') as HTMLElement;
    await person.click(within(form).getByRole('button', { name: t('admin:save') }));
    await screen.findByRole('heading', { name: "Zoë O'Hara" });
  });
});
