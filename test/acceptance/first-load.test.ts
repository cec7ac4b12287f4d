import { expect, test } from 'vitest';
import { openBrowser } from '#test/support/browser.ts';
import { startServer } from '#test/support/start-server.ts';
import { storyIn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';

test('a phone asks for at most fifteen things before the film, and for nothing elsewhere', async () => {
  const server = await startServer();
  const browser = await openBrowser();
  const phone = await openPage(browser, server.url, { locale: 'es-US', viewport: { width: 320, height: 640 } });
  const { t, press, signIn } = storyIn(phone.page, 'es');
  await signIn('/', server.demo.officer);
  await phone.page.getByRole('button', { name: t('officer:start.begin') }).waitFor();

  // Signed in, cache empty, from the address to the page that offers the film.
  const cookies = await phone.page.context().cookies();
  const fresh = await openPage(browser, server.url, { locale: 'es-US', viewport: { width: 320, height: 640 } });
  await fresh.page.context().addCookies(cookies);
  await fresh.page.goto('/');
  await fresh.page.getByRole('button', { name: t('officer:start.begin') }).waitFor();
  await fresh.page.waitForLoadState('networkidle');
  console.log(`requests before the film: ${fresh.requests.length} of 15`);
  expect(fresh.requests.length, fresh.requests.join('\n')).toBeLessThanOrEqual(15);
  await fresh.expectClean();

  await press(t('officer:start.begin'));
  await phone.page.getByRole('button', { name: t('officer:film.play'), exact: true }).waitFor();
  await phone.expectClean();
  await browser.close();
  await server.close();
});
