import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aStage } from '#test/support/a-stage.ts';
import { aWorkbook } from '#test/support/a-workbook.ts';
import { movedClock } from '#test/support/moved-clock.ts';
import { expectFitsNarrow } from '#test/support/narrow.ts';
import { storyIn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';

const stage = aStage(movedClock());

/** Somebody's name is somebody's text: markup, a line that turns round, and a cell that a spreadsheet would run. */
const names = {
  en: ['<img src=x onerror=alert(1)>', '\u202Eevil', 'Grace Hall'],
  es: ['=1+1', 'محمد حداد', 'Ana Peña'],
};
const badges = { en: ['9101', '9102', '1030'], es: ['9201', '9202', '1031'] };

const bring = (page: Page, label: string, name: string, buffer: Buffer) =>
  page.getByLabel(label).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

test.each(['en', 'es'] as const)(
  'the administrator brings a workbook and sees all of it first (%s)',
  async (language) => {
    const { demo, url } = stage.server;
    const desk = await openPage(stage.browser, url, { locale: language });
    const { page } = desk;
    const { t, press } = storyIn(page, language);
    await page.goto('/admin/roster');
    await page.getByLabel(t('common:signIn.badge')).fill(demo.administrator.badge);
    await page.getByLabel(t('common:signIn.password')).fill(demo.administrator.password);
    await press(t('common:signIn.submit'));
    const file = t('roster:page.file');

    await bring(page, file, 'holiday.zip', Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1'));
    await page.getByText(t('roster:roster.file-not-a-sheet')).waitFor();
    await expectFitsNarrow(page, language);

    const rows = names[language].map((name, at) => [
      badges[language][at] ?? '',
      name,
      'Officer',
      'New District / Squad N',
    ]);
    const sheet = [
      ['Badge', 'Nombre', 'Rank', 'Unidad', 'Status'],
      ...rows,
      ['9999', 'Lost Soul', '', '', 'on the moon'],
    ];
    await bring(page, file, 'roster.xlsx', aWorkbook(sheet));
    await page.getByRole('heading', { name: t('roster:page.questions', { count: 1 }) }).waitFor();
    await expectFitsNarrow(page, language);

    const download = page.waitForEvent('download');
    await press(t('roster:page.saveFailed'));
    const failed = readFileSync(await (await download).path(), 'utf8');
    expect(failed).toContain('"5","unknown-duty (Status: on the moon)","9999","Lost Soul"');

    await page.getByRole('radio', { name: t('roster:page.another') }).check();
    await press(t('roster:page.look'));
    await page.getByText(t('roster:cli.added', { count: 3 })).waitFor();
    await expectFitsNarrow(page, language);
    await press(t('roster:page.import'));
    await page.getByText(/[0-9A-F]{4}-[0-9A-F]{4}/).waitFor();
    await expectFitsNarrow(page, language);

    await page.goto('/commander');
    const link = page.getByRole('link', { name: 'New District' });
    await link.waitFor();
    await desk.expectClean();
    await desk.close();
  },
);
