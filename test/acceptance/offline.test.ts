import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Language, languages } from '#domain/course/closed-lists.ts';
import { aWire, type Wire } from '#test/support/a-wire.ts';
import { expectAccessible } from '#test/support/axe.ts';
import { openBrowser } from '#test/support/browser.ts';
import { movedClock } from '#test/support/moved-clock.ts';
import { expectFitsNarrow } from '#test/support/narrow.ts';
import { type StartedServer, startServer } from '#test/support/start-server.ts';
import { decisionNow, filmAt, firstQuiz, type Person, storyIn, wayOn } from '#test/support/story.ts';
import { openPage, type WatchedPage } from '#test/support/watched-page.ts';
import { wordsIn } from '#test/support/words.ts';

const clock = movedClock();
let browser: Browser;
let server: StartedServer;
let wire: Wire;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  [server, wire] = await Promise.all([startServer({ now: clock.now }), aWire()]);
  wire.joinTo(server.url);
});
afterEach(() => Promise.all([server.close(), wire.close()]));

const phone = { viewport: { width: 320, height: 640 } };
const open = (language: Language) => openPage(browser, wire.url, { locale: language, ...phone });

async function goOffline(page: Page) {
  wire.cut();
  await page.context().setOffline(true);
}
async function goOnline(page: Page) {
  wire.joinTo(server.url);
  await page.context().setOffline(false);
}

/** What stands before the megabytes. */
const startOf = (text: string) => text.split('(')[0] ?? '';
const offered = (page: Page, language: Language) =>
  page.getByRole('button', { name: startOf(wordsIn(language)('offline:keep', { rest: 1 })) });
const readyAt = (page: Page, language: Language, at: 'training' | 'station') =>
  page.getByText(startOf(wordsIn(language)(`offline:ready.${at}`, { all: 1 })));

async function keepOn(page: Page, language: Language, at: 'training' | 'station' = 'training') {
  await offered(page, language).click();
  await readyAt(page, language, at).waitFor();
}

/** The browser is closed and opened again, with all that it keeps. */
async function reopen({ page }: Pick<WatchedPage, 'page'>): Promise<Page> {
  const context = page.context();
  await page.close();
  const next = await context.newPage();
  next.setDefaultTimeout(60_000);
  await next.goto('/');
  return next;
}

const pathOf = (page: Page) =>
  page.evaluate(async () => (await (await fetch('/api/training/path')).json()) as { steps: unknown[] });

async function signInAgain(page: Page, language: Language, person: Person) {
  const t = wordsIn(language);
  const dialog = page.getByRole('dialog', { name: t('common:signIn.again.title') });
  await dialog.waitFor();
  await expectAccessible(page);
  await dialog.getByLabel(t('common:signIn.badge')).fill(person.badge);
  await dialog.getByLabel(t('common:signIn.pin')).fill(person.pin);
  await dialog.getByRole('button', { name: t('common:signIn.submit') }).click();
  await dialog.waitFor({ state: 'detached' });
}

test.each(languages)(
  'a whole training without a network, cut at every step and opened again at each, ends as a completion with grade C (%s)',
  async (language) => {
    const { pack, demo } = server;
    const person = demo.officer;
    const watched = await open(language);
    let { page } = watched;
    let { t, press, signIn, acknowledge } = storyIn(page, language);
    const at = async (next: Page) => {
      page = next;
      ({ t, press, signIn, acknowledge } = storyIn(page, language));
    };
    const reads = (title: string) => page.getByRole('heading', { name: title, exact: true }).waitFor();
    await signIn('/', person);
    await keepOn(page, language);
    await expectFitsNarrow(page, language);

    await goOffline(page);
    await page.reload();
    await reads(pack.text[language].title);
    await page.getByText(t('common:signIn.away.words')).waitFor();
    await readyAt(page, language, 'training').waitFor();
    await expectAccessible(page);
    await press(t('officer:start.begin'));
    await press(t('officer:film.play'));
    await page.getByText(filmAt(5)).waitFor();
    await at(await reopen({ page }));
    await reads(t('officer:film.title'));
    await press(t('officer:film.play'));
    await press(t('officer:film.toPolicy'));
    await page.reload();
    await reads(t('officer:policy.title'));
    await acknowledge();
    await press(t('officer:cardSort.skip'));

    let quiz = firstQuiz(pack, person.officerId);
    let decided = 0;
    while (quiz.current) {
      const { isFirst, label, why, next } = decisionNow(pack, language, quiz, 'right');
      if (isFirst) await press(t('officer:scenario.toQuestion'));
      await page.getByRole('radio', { name: label, exact: true }).check();
      await press(t('officer:scenario.confirm'));
      await page.getByText(why, { exact: true }).waitFor();
      decided += 1;
      await at(await reopen({ page }));
      await page.getByText(why, { exact: true }).waitFor();
      await press(t(wayOn(quiz, next)));
      quiz = next;
    }
    await press(t('officer:quiz.passed.next'));
    await reads(t('officer:done.notYet.title'));
    await page.getByText(t('officer:done.notYet.waiting'), { exact: true }).waitFor();
    expect(await page.locator('.receipt-code').count()).toBe(0);
    await expectAccessible(page);

    // In one language the session is over by then: signing in again happens in place.
    if (language === 'es') clock.pass(3_600);
    await goOnline(page);
    if (language === 'es') {
      await page.getByText(t('errors:recording.signed-out')).waitFor();
      expect(await page.locator('.receipt-code').count()).toBe(0);
      await press(t('officer:saving.signIn'));
      await signInAgain(page, language, person);
    }
    await page.getByText(t('officer:done.grade.C.name')).waitFor();
    await page.getByRole('button', { name: t('common:signIn.out') }).waitFor();
    expect((await pathOf(page)).steps).toHaveLength(decided);
    await watched.expectClean();
    await watched.close();
  },
);

test('on a shared kiosk the first officer’s work waits, unseen and unsent, until that officer signs in again', async () => {
  const { pack, demo } = server;
  const watched = await open('en');
  const { page, expectClean, close } = watched;
  const { t, press, follow, signIn } = storyIn(page, 'en');
  await signIn('/', demo.officer);
  await keepOn(page, 'en');
  await goOffline(page);
  await page.reload();
  await press(t('officer:start.begin'));
  await press(t('officer:film.play'));
  await page.getByText(filmAt(5)).waitFor();
  await press(t('officer:film.pause'));
  await page.getByText(t('errors:recording.offline')).waitFor();

  // Somebody else comes to the kiosk, still without a network: nothing of the first one opens.
  await press(t('common:signIn.away.leave'));
  await page.getByText(t('errors:connection.lost')).waitFor();
  expect(await page.evaluate(() => localStorage.getItem('muster.opening'))).toBeNull();
  // That something waits is said, not whose it is.
  const waits = page.getByText(/wait(s)? on this device, not yet sent/);
  await waits.waitFor();

  await goOnline(page);
  await page.reload();
  await page.getByLabel(t('common:signIn.badge')).waitFor();
  await waits.waitFor();
  await signIn('/', demo.captain);
  await page.getByRole('heading', { name: pack.text.en.title, exact: true }).waitFor();
  await press(t('officer:start.begin'));
  await page.getByRole('button', { name: t('officer:film.play'), exact: true }).waitFor();
  await page.getByText(/^0:00 (of|de) /).waitFor();
  const theirs = await page.evaluate(async () => (await fetch('/api/training')).json());
  expect(theirs).toMatchObject({ officerId: demo.captain.officerId, covered: [] });

  await press(t('common:signIn.out'));
  await signIn('/', demo.officer);
  await page.getByText(filmAt(5)).waitFor();
  const hers = await page.evaluate(async () => (await fetch('/api/training')).json());
  expect(hers.covered[0].toSeconds).toBeGreaterThan(4);

  // A page that no device keeps says so, and leads back to what is kept.
  await goOffline(page);
  await follow(t('common:signIn.record'));
  await page.getByRole('heading', { name: t('common:failed.away.title') }).waitFor();
  await expectAccessible(page);
  await follow(t('common:failed.toTraining'));
  await page.getByText(filmAt(5)).waitFor();
  await goOnline(page);
  await expectClean();
  await close();
});

test('two tabs of one officer without a network share what is done, and send each part of it once', async () => {
  const watched = await open('en');
  const { page: first } = watched;
  const { t, press, signIn } = storyIn(first, 'en');
  const sent: string[] = [];
  first.context().on('request', (request) => {
    if (request.url().endsWith('/api/training/evidence')) sent.push((request.postDataJSON() as { id: string }).id);
  });
  await signIn('/', server.demo.officer);
  await keepOn(first, 'en');
  await goOffline(first);
  await first.reload();
  await press(t('officer:start.begin'));
  await press(t('officer:film.play'));
  await first.getByText(filmAt(5)).waitFor();
  await press(t('officer:film.pause'));
  await first.getByText(t('errors:recording.offline')).waitFor();

  const second = await first.context().newPage();
  await second.goto('/');
  await second.getByText(filmAt(5)).waitFor();
  await second.getByRole('button', { name: t('officer:film.play'), exact: true }).click();
  await second.getByText(filmAt(12)).waitFor();
  await second.getByRole('button', { name: t('officer:film.pause'), exact: true }).click();
  await second.getByText(t('errors:recording.offline')).waitFor();

  sent.length = 0;
  await goOnline(first);
  for (const tab of [first, second]) {
    await tab.getByText(t('errors:recording.offline')).waitFor({ state: 'detached', timeout: 90_000 });
  }
  const held = await first.evaluate(async () => (await fetch('/api/training')).json());
  expect(held.covered[0].toSeconds).toBeGreaterThan(11);
  expect(sent.length).toBeGreaterThanOrEqual(3);
  expect(new Set(sent).size).toBe(sent.length);
  await watched.expectClean();
  await watched.close();
});

test('a newer app arrives at the next opening, also where a slow network let the kept one open first', async () => {
  const { page, close } = await open('en');
  const { t, signIn } = storyIn(page, 'en');
  await signIn('/', server.demo.captain);
  await keepOn(page, 'en');
  const newer = () => page.locator('html[data-newer]').count();
  wire.rewrite('/', (body) => body.replace('<html', '<html data-newer'));
  await page.goto('/');
  await page.getByRole('button', { name: t('officer:start.begin') }).waitFor();
  expect(await newer()).toBe(1);

  const letThrough = wire.hold(/^\/$/);
  await page.goto('/');
  await page.getByRole('button', { name: t('officer:start.begin') }).waitFor();
  expect(await newer()).toBe(0);
  letThrough();
  await expect.poll(newer, { timeout: 20_000 }).toBe(1);
  await page.getByRole('button', { name: t('officer:start.begin') }).waitFor();
  await close();
});

test.each(languages)(
  'on the station the film plays on when the network dies, and taps and film outlive the browser and arrive once (%s)',
  async (language) => {
    const station = await openPage(browser, wire.url, { locale: language });
    let { page } = station;
    const { t, press, follow, signIn } = storyIn(page, language);
    const received: string[] = [];
    page.context().on('response', (response) => {
      if (!/\/(presence|screened)$/.test(response.url()) || !response.ok()) return;
      received.push((response.request().postDataJSON() as { id: string }).id);
    });
    await signIn('/roll-call', server.demo.sergeant);
    await page
      .getByRole('button', { name: new RegExp(t('roll-call:squads.startOf', { squad: '' })) })
      .first()
      .click();
    await page.getByRole('heading', { name: t('roll-call:present.title') }).waitFor();
    const rollCallPath = /roll-call\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
    await follow(t('roll-call:present.toFilm'));
    await keepOn(page, language, 'station');

    await goOffline(page);
    const part = await page.evaluate(async () => {
      const { url } =
        (await (await caches.open('muster-training')).keys()).find((each) => each.url.includes('.mp4')) ?? {};
      const response = await fetch(url ?? '', { headers: { Range: 'bytes=100-299' }, cache: 'no-store' });
      return { status: response.status, bytes: (await response.arrayBuffer()).byteLength };
    });
    expect(part).toEqual({ status: 206, bytes: 200 });
    await press(t('roll-call:film.start'));
    await page.getByText(filmAt(5)).waitFor();
    await page.keyboard.press('k');
    await page.getByText(t('roll-call:unsent.sendNow')).waitFor();
    await page.getByRole('link', { name: t('roll-call:steps.present') }).click();
    await press(t('roll-call:present.all'));
    await page.getByText(t('roll-call:row.kept')).first().waitFor();

    // The browser is closed, and opened again while there is still no network: that something waits is said, not whose it is.
    page = await reopen(station);
    await page.goto('/roll-call');
    await page.getByText(/items? of a roll call waits? on|datos? de un pase de lista, aún sin enviar/).waitFor();
    expect(received).toEqual([]);

    await goOnline(page);
    await page.goto('/roll-call');
    await page.getByRole('link', { name: t('roll-call:unsent.openEarlier') }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: t('roll-call:unsent.openEarlier') }).click();
    await page.getByText(t('roll-call:row.kept')).first().waitFor({ state: 'detached' });
    const seen = () =>
      page.evaluate(async (path) => {
        const view = await (await fetch(`/api/${path.replace('roll-call/', 'roll-calls/')}`)).json();
        return {
          film: view.covered.at(-1)?.toSeconds ?? 0,
          here: view.roster.filter((line: { present: boolean }) => line.present).length,
        };
      }, rollCallPath);
    await expect.poll(async () => (await seen()).here).toBeGreaterThan(1);
    expect((await seen()).film).toBeGreaterThan(4);
    expect(new Set(received).size).toBe(received.length);
    await page.goto('/roll-call');
    await page.getByRole('button', { name: new RegExp(t('roll-call:squads.resumeOf', { squad: '' })) }).waitFor();
    expect(await page.getByRole('link', { name: t('roll-call:unsent.openEarlier') }).count()).toBe(0);
    await station.expectClean();
    await station.close();
  },
);

test.each(languages)('on plain http from another machine it says why nothing can be kept (%s)', async (language) => {
  const { page, close } = await openPage(browser, wire.url.replace('127.0.0.1', '0.0.0.0'), { locale: language });
  const { t, signIn } = storyIn(page, language);
  await signIn('/', server.demo.captain);
  await page.getByText(t('offline:impossible')).waitFor();
  await expectAccessible(page);
  await close();
});

test('nothing is kept by accident: who does not ask for it has no worker and no cache', async () => {
  const { page, close } = await open('en');
  const { t, press, signIn } = storyIn(page, 'en');
  await signIn('/', server.demo.captain);
  await offered(page, 'en').waitFor();
  await press(t('officer:start.begin'));
  await page.getByRole('button', { name: t('officer:film.play'), exact: true }).waitFor();
  expect(
    await page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length]),
  ).toEqual([[], 0]);
  await close();
});
