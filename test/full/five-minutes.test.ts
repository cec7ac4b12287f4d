import { test } from 'vitest';
import { openBrowser } from '#test/support/browser.ts';
import { startServer } from '#test/support/start-server.ts';
import { storyIn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';

test('the real five minutes at normal speed, from the first second to the receipt, on the real clock', async () => {
  const server = await startServer({ course: 'real' });
  const browser = await openBrowser();
  const { page, expectClean } = await openPage(browser, server.url, { locale: 'en-US' });
  const { t, press, signIn, acknowledge, decide } = storyIn(page, 'en');
  await signIn('/', server.demo.officer);
  await press(t('officer:start.begin'));
  await press(t('officer:film.play'));
  const toPolicy = page.getByRole('button', { name: t('officer:film.toPolicy') });
  await toPolicy.waitFor({ timeout: (server.pack.film.durationSeconds + 60) * 1000 });
  await toPolicy.click();
  await acknowledge();
  await decide(server.pack, server.demo.officer.officerId);
  await press(t('officer:quiz.passed.next'));
  await page.getByText(t('officer:done.grade.A.name')).waitFor();
  await expectClean();
  await browser.close();
  await server.close();
});
