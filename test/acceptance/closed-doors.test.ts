import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { triedPeople } from '#server/demo/tried.ts';
import { setCredentials } from '#server/sign-in/credentials.ts';
import { hashSecret } from '#server/sign-in/secret.ts';
import { openBrowser } from '#test/support/browser.ts';
import { anId, sendFrom } from '#test/support/sent-from.ts';
import { type StartedServer, startServer } from '#test/support/start-server.ts';
import { storyIn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';

let browser: Browser;
let server: StartedServer;

beforeAll(async () => {
  browser = await openBrowser();
  const { officerId, password } = triedPeople().officer;
  server = await startServer({
    besides: async (installation) =>
      setCredentials(installation, [{ officerId, proof: 'password', secret: await hashSecret(password) }]),
  });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test.each(['en', 'es'] as const)(
  "an officer's account meets the page of a wrong address at the reports (%s)",
  async (language) => {
    const { officer } = server.demo;
    const { page, expectClean, close } = await openPage(browser, server.url, { locale: language });
    const { t, signIn } = storyIn(page, language);
    const main = page.getByRole('main');
    const askForReport = () => page.evaluate(async () => (await fetch('/api/reports/units/mine')).status);
    await signIn('/', officer);
    expect(await askForReport()).toBe(404);
    await signIn('/commander', officer);
    await page.getByRole('heading', { name: t('common:notFound.title') }).waitFor();
    const face = await main.textContent();
    await page.goto(`/commander/officers/${officer.officerId}`);
    await page.getByRole('heading', { name: t('common:notFound.title') }).waitFor();
    expect(await main.textContent()).toBe(face);
    await page.goto('/there-is-no-such-page');
    await page.getByRole('heading', { name: t('common:notFound.title') }).waitFor();
    expect(await main.textContent()).toBe(face);
    expect(await askForReport()).toBe(404);
    await expectClean();
    await close();
  },
);

test('a client that says "passed" is refused, and nothing is recorded of it', async () => {
  const { page, close } = await openPage(browser, server.url, { locale: 'en-US' });
  const { t, signIn } = storyIn(page, 'en');
  await signIn('/', server.demo.officer);
  await page.getByRole('button', { name: t('officer:start.begin') }).waitFor();
  const claims = [
    { passed: true },
    { kind: 'passed', passed: true },
    { kind: 'opened', passed: true },
    { kind: 'completed', grade: 'A' },
  ];
  const { editionHash } = server.pack;
  for (const claim of claims) {
    const item = { id: anId(), editionHash, language: 'en', deviceAt: new Date().toISOString(), ...claim };
    const { status, type } = await sendFrom(page, '/api/training/evidence', item);
    expect({ claim, status, type }).toEqual({ claim, status: 422, type: 'application/problem+json' });
  }
  await page.reload();
  await page.getByRole('button', { name: t('officer:start.begin') }).waitFor();
  const training = await page.evaluate(async () => (await fetch('/api/training')).json());
  expect(training).toMatchObject({ standing: 'not-opened', completion: null, decisions: [] });
  await close();
});
