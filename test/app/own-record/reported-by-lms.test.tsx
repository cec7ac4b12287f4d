// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '#domain/completion/window.ts';
import { triedPeople } from '#server/demo/tried.ts';
import { importExport } from '#test/support/an-lms-export.ts';
import { enter, openApp, plugIn } from '#test/support/open-app.tsx';

const { officer, training, commander } = triedPeople();
const today = localDate(Date.now(), 'America/New_York');

let gear: Awaited<ReturnType<typeof plugIn>>;
beforeAll(async () => {
  gear = await plugIn({
    async besides(installation) {
      const imported = await importExport({ installation }, training.badge, [`${officer.badge},,Passed,95,${today}`]);
      if (!imported.ok) throw new Error(imported.error.code);
    },
  });
});
afterAll(() => gear.server.close());

const words = {
  en: {
    grade: /^C, reported by an LMS: the completion comes from the agency’s learning system/,
    noted: /^A completion that an LMS reported was imported as yours\. By .*\. The LMS said: Passed · 95 · /,
    short: 'C: reported by an LMS',
    history: 'A completion that an LMS reported was imported.',
    done: 'Completed in your agency’s learning system',
    evidence: 'Reported by an LMS.',
  },
  es: {
    grade: /^C, reportada por un LMS: el dato viene del sistema de capacitación de la agencia/,
    noted: /^Se importó como suya una capacitación completada que reportó un LMS\. .*El LMS dijo: Passed · 95 · /,
    short: 'C: reportada por un LMS',
    history: 'Se importó una capacitación completada que reportó un LMS.',
    done: 'Completada en el sistema de capacitación de su agencia',
    evidence: 'Reportada por un LMS.',
  },
} as const;

describe.each(['en', 'es'] as const)('a completion that an LMS reported (%s)', (language) => {
  const say = words[language];

  test('says so in the officer’s own record, in the LMS’s words', async () => {
    await enter('pin', officer.badge, officer.pin);
    await openApp('/record', language);
    expect(await screen.findByText(say.grade)).toBeVisible();
    expect(screen.getByText(say.noted)).toBeVisible();
  });

  test('stands where the training ends, without the time of a server that saw nothing', async () => {
    await enter('pin', officer.badge, officer.pin);
    await openApp('/', language);
    expect(await screen.findByRole('heading', { level: 1, name: say.done })).toBeVisible();
    expect(screen.getByText(say.evidence)).toBeVisible();
  });

  test('says so in the commander’s list', async () => {
    await enter('password', commander.badge, commander.password);
    await openApp(`/commander/units/${officer.unitId}?grade=C`, language);
    const row = await screen.findByRole('row', { name: new RegExp(officer.name) });
    expect(within(row).getByText(say.short)).toBeVisible();
  });

  test('says so on the person’s page', async () => {
    await enter('password', commander.badge, commander.password);
    await openApp(`/commander/officers/${officer.officerId}`, language);
    expect(await screen.findByText(say.grade)).toBeVisible();
    expect(screen.getByText(say.history)).toBeVisible();
  });
});
