// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { triedPeople } from '#server/demo/tried.ts';
import type { Installation } from '#server/installation.ts';
import { enter, openApp, plugIn } from '#test/support/open-app.tsx';
import { courseOf } from '#test/support/start-server.ts';
import { wordsIn } from '#test/support/words.ts';

const { officer, sergeant } = triedPeople();
const { editionHash } = courseOf('short').pack;
const reason = 'Ticked for the neighbour on the list';

/** An officer has completed on a roll call, at which the sergeant then finds that the officer was not. */
async function correctAfterwards({ ledger }: Installation): Promise<void> {
  const subject = '00000000-0000-7000-8000-00000000000c';
  const common = { at: Date.parse('2026-11-20T12:00:00Z'), by: sergeant.officerId };
  const idOf = (last: number) => `00000000-0000-7000-8000-0000000000${last}`;
  const { officerId } = officer;
  await ledger.write(async ({ append }) => {
    const opened = { subject, item: { id: subject, unitId: sergeant.unitId }, editionHash };
    await append({ kind: 'roll-call.opened', ...common, payload: opened });
    const ticked = { id: idOf(11), officerIds: [officerId], present: true };
    await append({ kind: 'roll-call.presence', ...common, payload: { subject, item: ticked } });
    const attested = { id: idOf(12), attested: true as const, present: [officerId, sergeant.officerId] };
    await append({ kind: 'roll-call.closed', ...common, payload: { subject, item: attested } });
    const completed = { officerId, editionHash, completionId: idOf(13), grade: 'B' as const };
    await append({ kind: 'completion.recorded', at: common.at, by: null, payload: completed });
    const item = { id: idOf(14), officerId, present: false, reason };
    await append({ kind: 'roll-call.corrected', ...common, payload: { subject, item, was: true } });
  });
}

let gear: Awaited<ReturnType<typeof plugIn>>;
beforeAll(async () => {
  gear = await plugIn({ besides: correctAfterwards });
});
afterAll(() => gear.server.close());

describe.each(['en', 'es'] as const)('a completion whose film a correction took away (%s)', (language) => {
  const t = wordsIn(language);
  const signInAs = (who: 'commander' | 'training') => {
    const { badge, password } = gear.server.demo[who];
    return enter('password', badge, password);
  };

  test('is on the training unit’s list, and beside the evidence, with who corrected and why', async () => {
    await signInAs('training');
    const user = userEvent.setup();
    await openApp('/commander/review', language);
    const table = within(await screen.findByRole('region', { name: t('commander:review.table') }));
    const row = table.getByRole('link', { name: officer.name }).closest('tr');
    for (const said of [reason, sergeant.name, t('commander:grade.B'), '2026']) expect(row).toHaveTextContent(said);
    await user.click(table.getByRole('link', { name: officer.name }));
    await user.type(await screen.findByLabelText(t('commander:review.reason')), 'On the list of the week');
    await user.click(screen.getByRole('button', { name: t('commander:review.read') }));
    expect(await screen.findByText(new RegExp(reason))).toBeVisible();
    expect(screen.getByRole('button', { name: t('commander:review.settle') })).toBeVisible();
  });

  test('says so in the history that the commander reads', async () => {
    await signInAs('commander');
    await openApp(`/commander/officers/${officer.officerId}`, language);
    const line = (await screen.findByText(new RegExp(reason))).closest('li');
    expect(line).toHaveTextContent(t('commander:history.roll-call.corrected-absent'));
    expect(line).toHaveTextContent(sergeant.name);
  });

  test('says so in the officer’s own record, and what to do about it', async () => {
    await enter('pin', officer.badge, officer.pin);
    await openApp('/record', language);
    const line = (await screen.findByText(new RegExp(reason))).closest('li');
    expect(line).toHaveTextContent(t('record:own.notedWhat.roll-call.corrected-absent'));
    expect(line).toHaveTextContent(sergeant.name);
    const by = new RegExp(`${sergeant.name}.*${language === 'en' ? 'Your completion stands' : 'sigue completada'}`);
    expect(screen.getByText(by)).toBeVisible();
  });
});
