// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RollCallView, SquadOwes } from '#domain/roll-call/roll-call.ts';
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

const post = async (path: string, body: object) => {
  const { officerId } = gear.server.demo.sergeant;
  const headers = { 'Content-Type': 'application/json', [officerHeader]: officerId };
  const response = await fetch(`/api/roll-calls${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
};
const owesPage = () => `/roll-call/squads/${gear.server.demo.sergeant.unitId}`;
const owed = async () => {
  const { unitId } = gear.server.demo.sergeant;
  const { lines }: SquadOwes = await (await fetch(`/api/roll-calls/squads/${unitId}/owes`)).json();
  return lines.find((line) => line.officerId === gear.server.demo.needsTalk.officerId);
};

describe.each(['en', 'es'] as const)('a sergeant with an officer who needs a talk (%s)', (language) => {
  const t = wordsIn(language);
  const user = userEvent.setup();
  const openTalk = async () => {
    const name = t('roll-call:talk.openWith', { name: gear.server.demo.needsTalk.name });
    await user.click(await screen.findByRole('button', { name }));
    return within(await screen.findByRole('dialog'));
  };
  const rowNow = () => screen.getByRole('rowheader', { name: gear.server.demo.needsTalk.name }).closest('tr');

  test('records it once also when the answer to it got lost: the second press is the same talk', async () => {
    await openApp(owesPage(), language);
    const dialog = await openTalk();
    const wire = globalThis.fetch;
    let answersLost = 0;
    vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
      const answer = await wire(path, init);
      if (!path.endsWith('/talks') || answersLost > 0) return answer;
      answersLost += 1;
      throw new TypeError('Failed to fetch');
    });
    const record = dialog.getByRole('button', { name: t('roll-call:talk.record') });
    await user.click(record);
    expect(await dialog.findByText(t('errors:connection.lost'))).toBeVisible();
    expect((await owed())?.standing).toBe('deciding');
    await user.click(record);
    await vi.waitFor(() => expect(rowNow()).toHaveTextContent(t('roll-call:owed.deciding')));
    const said = await screen.findByText((_, element) => element?.getAttribute('role') === 'status');
    expect(said).toHaveTextContent(/([0-9A-F]{4}-){3}[0-9A-F]{4}/);
    expect(said).toHaveTextContent(gear.server.demo.needsTalk.name);
  });

  test('is told when another sergeant was first, and sees the line as it is', async () => {
    await openApp(owesPage(), language);
    const dialog = await openTalk();
    const line = await owed();
    const { editionHash, attempt } = line?.talk ?? {};
    await post('/talks', { id: crypto.randomUUID(), officerId: line?.officerId, editionHash, attempt });
    await user.click(dialog.getByRole('button', { name: t('roll-call:talk.record') }));
    expect(await screen.findByText(t('errors:talk.not-needed'))).toBeVisible();
    await vi.waitFor(() => expect(rowNow()).toHaveTextContent(t('roll-call:owed.deciding')));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('may leave it in the browser’s own way, which does not always ask first, and open it again', async () => {
    await openApp(owesPage(), language);
    await openTalk();
    const dialog: HTMLDialogElement = screen.getByRole('dialog');
    act(() => {
      dialog.close();
      dialog.dispatchEvent(new Event('close'));
    });
    expect(screen.queryByRole('dialog')).toBeNull();
    await openTalk();
  });

  test('shows the room no clause that an officer missed: on the closed sheet they stand in the dialog only', async () => {
    const { sergeant, needsTalk } = gear.server.demo;
    const clauses = (await owed())?.talk?.clauses ?? [];
    const { id }: RollCallView = await post('', { id: crypto.randomUUID(), unitId: sergeant.unitId });
    for (let from = 0; from < 30; from += 10) {
      now += 10_000;
      const played = {
        stretches: [{ fromSeconds: from, toSeconds: from + 10, rate: 1 }],
        narration: 'en',
        captions: [],
      };
      const deviceAt = new Date(now).toISOString();
      await post(`/${id}/screened`, { id: crypto.randomUUID(), ...played, deviceAt });
    }
    await post(`/${id}/close`, { id: crypto.randomUUID(), attested: true, present: [sergeant.officerId] });
    await openApp(`/roll-call/${id}`, language);
    const row = (await screen.findByRole('rowheader', { name: needsTalk.name })).closest('tr');
    expect(row).toHaveTextContent(t('roll-call:owed.needs-talk'));
    expect(clauses).not.toEqual([]);
    for (const clause of clauses) expect(row).not.toHaveTextContent(clause);
    const dialog = await openTalk();
    for (const clause of clauses) expect(dialog.getByText(clause)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: t('roll-call:talk.notYet') }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect((await owed())?.standing).toBe('needs-talk');
  });
});
