// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RollCallView } from '#domain/roll-call/roll-call.ts';
import { officerHeader } from '#domain/roster/signed-in.ts';
import { enter, openApp, plugIn } from '#test/support/open-app.tsx';
import { wordsIn } from '#test/support/words.ts';

let gear: Awaited<ReturnType<typeof plugIn>>;
let now = Date.parse('2026-11-22T12:00:00Z');
beforeEach(async () => {
  gear = await plugIn({ now: () => now });
  const { badge, pin } = gear.server.demo.sergeant;
  await enter('pin', badge, pin);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await gear.server.close();
});

const post = async (path: string, body: object): Promise<RollCallView> => {
  const { officerId } = gear.server.demo.sergeant;
  const response = await fetch(`/api/roll-calls${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', [officerHeader]: officerId },
    body: JSON.stringify({ id: crypto.randomUUID(), ...body }),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
};

/** Closed with the sergeant and one officer, who was in court that morning. */
async function aClosedSheet(): Promise<RollCallView> {
  const { sergeant, officer } = gear.server.demo;
  const { id } = await post('', { unitId: sergeant.unitId });
  await post(`/${id}/presence`, { officerIds: [officer.officerId], present: true });
  for (let from = 0; from < 30; from += 10) {
    now += 10_000;
    const played = { stretches: [{ fromSeconds: from, toSeconds: from + 10, rate: 1 }], narration: 'en', captions: [] };
    await post(`/${id}/screened`, { ...played, deviceAt: new Date(now).toISOString() });
  }
  return post(`/${id}/close`, { attested: true, present: [sergeant.officerId, officer.officerId] });
}

/** Colours need a browser: stylesheets are not loaded here. */
const noContrast = { rules: { 'color-contrast': { enabled: false } } };

describe.each(['en', 'es'] as const)('a sergeant who corrects a closed attendance (%s)', (language) => {
  const t = wordsIn(language);
  const user = userEvent.setup();
  const names = () =>
    within(screen.getByRole('region', { name: t('roll-call:attendance.table') }))
      .getAllByRole('rowheader')
      .map((each) => each.textContent);
  const openDialog = async () => {
    await user.click(await screen.findByRole('button', { name: t('roll-call:correct.open') }));
    return within(await screen.findByRole('dialog'));
  };

  test('says who and why; under the names stand the old value, the new one, the reason, who and when', async () => {
    const { id } = await aClosedSheet();
    const { officer, sergeant } = gear.server.demo;
    await openApp(`/roll-call/${id}`, language);
    const dialog = await openDialog();
    const who = dialog.getByRole('combobox', { name: t('roll-call:correct.who') });
    expect(within(who).queryByText(new RegExp(sergeant.name))).toBeNull();
    await user.selectOptions(who, officer.officerId);
    expect(dialog.getByText(t('roll-call:correct.fromPresent', { name: officer.name }))).toBeVisible();
    await user.type(
      dialog.getByRole('textbox', { name: t('roll-call:correct.reason') }),
      'In court, ticked by mistake',
    );
    expect((await axe.run(document.body, noContrast)).violations).toEqual([]);
    await user.click(dialog.getByRole('button', { name: t('roll-call:correct.record') }));

    const corrections = within(await screen.findByRole('region', { name: t('roll-call:corrections.title') }));
    expect(screen.queryByRole('dialog')).toBeNull();
    const line = corrections.getByRole('listitem');
    for (const said of [
      officer.name,
      t('roll-call:corrections.toAbsent'),
      'In court, ticked by mistake',
      sergeant.name,
      sergeant.badge,
      '2026',
    ]) {
      expect(line).toHaveTextContent(said);
    }
    expect(line.closest('.screen-only')).toBeNull();
    expect(names()).toEqual([sergeant.name]);
    expect(screen.getByText(t('roll-call:correct.recorded', { name: officer.name }))).toBeVisible();
    // What was attested at the close is said as it was attested.
    expect(
      screen.getByText(new RegExp(language === 'en' ? ': 2 people present' : ': 2 personas presentes')),
    ).toBeVisible();
    expect((await axe.run(document.body, noContrast)).violations).toEqual([]);
  });

  test('records nothing without a name and a reason, and is led to what is missing', async () => {
    const { id } = await aClosedSheet();
    await openApp(`/roll-call/${id}`, language);
    const dialog = await openDialog();
    const record = dialog.getByRole('button', { name: t('roll-call:correct.record') });
    await user.click(record);
    expect(dialog.getByText(t('roll-call:correct.chooseFirst'))).toBeVisible();
    const who = dialog.getByRole('combobox', { name: t('roll-call:correct.who') });
    expect(who).toHaveFocus();
    await user.selectOptions(who, gear.server.demo.officer.officerId);
    await user.click(record);
    expect(dialog.getByRole('textbox', { name: t('roll-call:correct.reason') })).toHaveFocus();
    expect(dialog.getByText(t('roll-call:correct.noReason'))).toBeVisible();
    await user.click(dialog.getByRole('button', { name: t('roll-call:correct.leave') }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.queryByRole('region', { name: t('roll-call:corrections.title') })).toBeNull();
  });

  test('corrects once also when the answer got lost: the second press is the same correction', async () => {
    const { id } = await aClosedSheet();
    await openApp(`/roll-call/${id}`, language);
    const dialog = await openDialog();
    const wire = globalThis.fetch;
    let answersLost = 0;
    vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
      const answer = await wire(path, init);
      if (!path.endsWith('/corrections') || answersLost > 0) return answer;
      answersLost += 1;
      throw new TypeError('Failed to fetch');
    });
    await user.selectOptions(dialog.getByRole('combobox'), gear.server.demo.officer.officerId);
    await user.type(dialog.getByRole('textbox'), 'In court');
    const record = dialog.getByRole('button', { name: t('roll-call:correct.record') });
    await user.click(record);
    expect(await dialog.findByText(t('errors:connection.lost'))).toBeVisible();
    await user.click(record);
    const corrections = within(await screen.findByRole('region', { name: t('roll-call:corrections.title') }));
    expect(corrections.getAllByRole('listitem')).toHaveLength(1);
  });
});
