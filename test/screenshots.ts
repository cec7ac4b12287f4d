/**
 * Takes the pictures of README (`npm run screenshots`): the real server with the demo agency and the real course, in a
 * real browser. The film up to the place shown is reported as played before, at the pace of the clock.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '#test/support/browser.ts';
import { screenedBefore, watchedBefore } from '#test/support/earlier.ts';
import { movedClock } from '#test/support/moved-clock.ts';
import { startServer } from '#test/support/start-server.ts';
import { storyIn } from '#test/support/story.ts';

const folder = path.resolve(import.meta.dirname, '../docs/screenshots');
mkdirSync(folder, { recursive: true });

const clock = movedClock();
const server = await startServer({ course: 'real', now: clock.now });
const browser = await openBrowser();
const { demo, pack, url } = server;
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

async function open(from: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await from.newContext({ baseURL: url, ...options });
  return context.newPage();
}
async function shoot(page: Page, name: string, fullPage = false): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage });
  console.log(`docs/screenshots/${name}.png`);
}

for (const language of ['en', 'es'] as const) {
  const officer = language === 'en' ? demo.officer : demo.captain;
  const page = await open(browser, { locale: language, viewport: desktop });
  const { t, press, signIn, acknowledge } = storyIn(page, language);
  await signIn('/', officer);
  await page.getByRole('button', { name: t('officer:start.begin') }).waitFor();
  await watchedBefore(page, pack, clock, 150);
  await page.reload();
  await press(t('officer:film.play'));
  await page.waitForTimeout(4_000);
  await press(t('officer:film.pause'));
  await shoot(page, `film-${language}`);
  await watchedBefore(page, pack, clock, pack.film.durationSeconds);
  await page.reload();
  await page.getByRole('heading', { name: t('officer:policy.title') }).waitFor();
  await shoot(page, `policy-${language}`);
  await acknowledge();
  await press(t('officer:cardSort.skip'));
  await page.getByRole('button', { name: t('officer:scenario.toQuestion') }).click();
  await shoot(page, `scenario-${language}`, true);
  await page.setViewportSize(phone);
  await shoot(page, `scenario-phone-${language}`, true);
  await page.getByRole('radio').first().check();
  await press(t('officer:scenario.confirm'));
  await page.getByRole('heading', { name: t('officer:scenario.whatFollows') }).waitFor();
  await page.setViewportSize(desktop);
  await shoot(page, `explanation-${language}`, true);
  await page.context().close();
}

const station = await open(browser, { locale: 'en', viewport: { width: 1920, height: 1080 } });
const sergeant = storyIn(station, 'en');
await sergeant.signIn('/roll-call', demo.sergeant);
await station
  .getByRole('button', { name: new RegExp(sergeant.t('roll-call:squads.startOf', { squad: '' })) })
  .first()
  .click();
await sergeant.press(sergeant.t('roll-call:present.all'));
await shoot(station, 'roll-call-en');
await sergeant.follow(sergeant.t('roll-call:present.toFilm'));
const rollCallId = /roll-call\/([0-9a-f-]{36})/.exec(station.url())?.[1] ?? '';
await screenedBefore(station, rollCallId, pack, clock, pack.film.durationSeconds);
await station.goto(`/roll-call/${rollCallId}/close`);
await station.getByRole('checkbox').check();
await shoot(station, 'roll-call-close-en');

for (const language of ['en', 'es'] as const) {
  const desk = await open(browser, { locale: language, viewport: desktop });
  await storyIn(desk, language).signIn('/commander', demo.commander);
  await desk.getByRole('heading', { level: 1 }).waitFor();
  await shoot(desk, `commander-${language}`);
}

// Under the address of an agency: slips show the one that the page was opened at.
const agencyAddress = 'http://muster.agency.example';
const squadOfSlips = 'Patrol Bureau / District 1 / Day Shift / Squad A';
for (const language of ['en', 'es'] as const) {
  const admin = await open(browser, { locale: language, viewport: desktop, baseURL: agencyAddress });
  await admin.route(`${agencyAddress}/**`, async (route) => {
    const asked = route.request();
    const headers = { ...(await asked.allHeaders()), origin: url };
    await route.fulfill({ response: await route.fetch({ url: asked.url().replace(agencyAddress, url), headers }) });
  });
  const { t, press, signIn } = storyIn(admin, language);
  await signIn('/admin', demo.administrator);
  await admin.getByRole('heading', { level: 1 }).waitFor();
  await shoot(admin, `set-up-${language}`, true);
  await admin.goto('/admin/slips');
  await admin.getByLabel(t('admin:slips.unit'), { exact: true }).selectOption({ label: squadOfSlips });
  await admin.getByLabel(t('admin:slips.onlyMissing')).uncheck();
  await press(t('admin:slips.make'));
  await admin.locator('.slip').first().waitFor();
  await admin.emulateMedia({ media: 'print' });
  await shoot(admin, `slips-${language}`);
  await admin.context().close();
}

// Open to anyone; every seed is given, so that a new picture differs only where the product does.
for (const language of ['en', 'es'] as const) {
  const visitor = await open(browser, { locale: language, viewport: phone });
  const { t, press } = storyIn(visitor, language);
  await visitor.goto('/card?taps=administrative');
  await visitor.getByRole('heading', { level: 1 }).waitFor();
  await shoot(visitor, `card-phone-${language}`);
  await visitor.setViewportSize(desktop);
  await visitor.goto('/practice/papers');
  await visitor.getByRole('heading', { name: /T-205/ }).first().scrollIntoViewIfNeeded();
  await visitor.mouse.wheel(0, 700);
  await visitor.waitForTimeout(500);
  await shoot(visitor, `papers-${language}`);
  await visitor.goto('/practice/S8?seed=picture:1');
  await press(t('officer:scenario.toQuestion'));
  await shoot(visitor, `clocks-${language}`);
  await visitor.goto(`/community/${language}`);
  await shoot(visitor, `community-${language}`);
  await visitor.context().close();
}

await browser.close();
await server.close();
