import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCommand, aCourseToSpoil } from '#test/support/a-command.ts';
import { openBrowser } from '#test/support/browser.ts';
import { expectFitsNarrow } from '#test/support/narrow.ts';
import { openPage } from '#test/support/watched-page.ts';

test('an author sees a scenario change at every save, and plays it on the real screen as it is now', async () => {
  const folder = aCourseToSpoil();
  const file = join(folder, 'text/en/S1.json');
  const sound = readFileSync(file, 'utf8');
  const preview = aCommand('scenario.ts', 'S1', '--course', folder, '--no-build');
  const url = (await preview.says(/http:\/\/127\.0\.0\.1:\d+\//)).slice(0, -1);
  const browser = await openBrowser();
  const { page, expectClean, close } = await openPage(browser, url, { locale: 'en-US' });
  try {
    await page.goto('/');
    await page.getByText('Follows every change').waitFor();
    await page.getByText('This scenario keeps every rule.').waitFor();
    await page.getByText('The same in words').click();
    await expectFitsNarrow(page, 'en');

    writeFileSync(file, sound.replace('"R5', '"R99'));
    await page.getByText('1 to put right in this scenario').waitFor();
    await page.getByText('text/en/S1.json').waitFor();
    writeFileSync(file, sound.replace(/"title": ".*"/, '"title": "As it was written just now"'));
    await page.getByRole('heading', { name: 'S1: As it was written just now' }).waitFor();

    await page.getByRole('link', { name: 'Play it on the real screen' }).click();
    await page.getByRole('heading', { name: 'As it was written just now' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/practice/S1');
    await page.goto('/');
    await page.getByText('Follows every change').waitFor();
    await expectClean();
    preview.child.kill('SIGINT');
    expect((await preview.ended).code).toBe(0);
    await page.getByText('The preview has ended').waitFor();
  } finally {
    await close();
    await browser.close();
  }
});
