import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { attemptSeed, startQuiz } from '#domain/scenario/quiz.ts';
import { openBrowser } from '#test/support/browser.ts';
import { aFreshStart } from '#test/support/first-monday/a-fresh-start.ts';
import { deskOf } from '#test/support/first-monday/desk.ts';
import { people } from '#test/support/first-monday/files.ts';
import { expectFitsNarrow } from '#test/support/narrow.ts';
import { storyIn } from '#test/support/story.ts';
import { openPage } from '#test/support/watched-page.ts';

const phone = { width: 390, height: 844 };
const squad = 'Patrol / District 1 / Squad A';
const { sergeant, officer, soldier, onLeave, captain } = people;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** With what the slip shows, or with the picture on it: the address then brings badge and code. */
async function enter(page: Page, language: Language, slip: { badge: string; code: string }, secret: string) {
  const { t, press } = storyIn(page, language);
  await page.goto(`/enter#${new URLSearchParams(slip)}`);
  await press(t('enter:code.next'));
  const proof = secret.length > 12 ? 'password' : 'pin';
  await page.getByLabel(t(`enter:choose.${proof}.label`), { exact: true }).fill(secret);
  await page.getByLabel(t(`enter:choose.${proof}.again`), { exact: true }).fill(secret);
  await press(t('enter:choose.choose'));
  await page.getByRole('button', { name: t('common:signIn.out') }).waitFor();
}

test.concurrent.each(['en', 'es'] as const)(
  'from an empty folder to the first completion in the commander’s list (%s)',
  async (language) => {
    const start = await aFreshStart(language);
    const desk = await openPage(browser, start.url, { locale: language });
    const admin = deskOf(desk.page, language);
    await admin.setUp(start.link);
    await admin.bringBadFiles();
    await admin.importRoster();
    await admin.grant(sergeant, 'supervisor', squad);
    await admin.grant(captain, 'commander', 'Patrol');
    await admin.publishOrder();
    await admin.setWindow('14');
    const codes = await admin.printSlips();
    const slipOf = ({ badge }: { badge: string }) => ({ badge, code: codes.get(badge) ?? '' });

    const station = await openPage(browser, start.url, { locale: language });
    await enter(station.page, language, slipOf(sergeant), '402913');
    await station.page.goto('/roll-call');
    const lead = stationOf(station.page, language);
    await lead.sayLeave();
    const code = await lead.vouchFor();

    const pocket = await openPage(browser, start.url, { locale: language, viewport: phone });
    const { page } = pocket;
    const { t, press, decide, decideRest } = storyIn(page, language);
    await page.goto('/');
    await page.getByRole('link', { name: t('common:signIn.noPin') }).click();
    await page.getByLabel(t('enter:code.badge')).fill(officer.badge);
    await page.getByLabel(t('enter:code.code')).fill(code.toLowerCase());
    await press(t('enter:code.next'));
    await page.getByLabel(t('enter:choose.pin.label'), { exact: true }).fill('123456');
    await press(t('enter:choose.choose'));
    await page.getByText(t('errors:pin.pattern')).waitFor();
    await expectFitsNarrow(page, language);
    await page.setViewportSize(phone);
    for (const field of ['label', 'again']) {
      await page.getByLabel(t(`enter:choose.pin.${field}`), { exact: true }).fill('903174');
    }
    await press(t('enter:choose.choose'));
    await page.getByRole('button', { name: t('officer:start.begin') }).waitFor();

    await lead.holdRollCall();

    await page.reload();
    await page.getByRole('heading', { name: t('officer:policy.title') }).waitFor();
    await page
      .getByText(/GO 26-12/)
      .first()
      .waitFor();
    expect(await page.getByText(t('officer:training.sample')).count()).toBe(0);
    await expectFitsNarrow(page, language);
    await page.setViewportSize(phone);
    await page.getByRole('checkbox', { name: t('officer:policy.orderSentence', { number: 'GO 26-12' }) }).check();
    await press(t('officer:policy.acknowledge'));

    const pack = await currentPack(page);
    const officerId = await ownId(page);
    await decide(pack, officerId, () => 'wrong');
    await page.getByRole('heading', { name: t('officer:quiz.needsTalk.title') }).waitFor();
    await lead.talk();
    await press(t('officer:training.talk.askAgain'));
    await press(t('officer:cardSort.skip'));
    await decideRest(pack, startQuiz(pack, attemptSeed(officerId, pack.editionHash, 2)));
    await press(t('officer:quiz.passed.next'));
    await page.getByText(t('officer:done.grade.B.name')).waitFor();

    const command = await openPage(browser, start.url, { locale: language });
    await enter(command.page, language, slipOf(captain), 'seven copper kettles sing');
    await command.page.getByRole('heading', { level: 1 }).waitFor();
    await command.page.goto('/commander?officers=all');
    const row = ({ name }: { name: string }) => command.page.getByRole('row').filter({ hasText: name });
    await row(officer).getByText(t('commander:state.done')).first().waitFor();
    await row(officer).getByText(t('commander:grade.B')).first().waitFor();
    await row(soldier).getByText(t('common:duty.military')).first().waitFor();
    await row(onLeave).getByText(t('common:duty.leave')).first().waitFor();
    await expectFitsNarrow(command.page, language);

    await admin.expectReady();
    for (const each of [desk, station, pocket, command]) {
      await each.expectClean();
      await each.close();
    }
    await start.end();
  },
);

/** What the sergeant does at the station of the muster room. */
function stationOf(page: Page, language: Language) {
  const { t, press, follow } = storyIn(page, language);
  const people = async () => {
    await page.goto('/roll-call');
    await page.getByRole('link', { name: t('roll-call:squads.peopleOf', { squad: 'Squad A' }) }).click();
  };
  return {
    async sayLeave() {
      await people();
      await page.getByRole('button', { name: t('roll-call:people.dutyOf', { name: onLeave.name }) }).click();
      await page.getByLabel(t('people:duty.lastDay'), { exact: true }).fill(inDays(20));
      await press(t('people:duty.say'));
      await page.getByText(t('roll-call:people.dutySaid', { name: onLeave.name })).waitFor();
      await expectFitsNarrow(page, language);
    },

    /** @returns the code that the officer beside the sergeant is told */
    async vouchFor(): Promise<string> {
      await people();
      await page.getByRole('button', { name: t('roll-call:people.vouchOf', { name: officer.name }) }).click();
      await press(t('people:vouch.vouch'));
      const code = (await page.locator('.spoken-code').textContent()) ?? '';
      await press(t('people:vouch.done'));
      return code;
    },

    async holdRollCall() {
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.goto('/roll-call');
      await press(t('roll-call:squads.startOf', { squad: 'Squad A' }));
      await press(t('roll-call:present.all'));
      await follow(t('roll-call:present.toFilm'));
      await press(t('roll-call:film.start'));
      await page.getByText(t('roll-call:film.seen')).waitFor();
      await follow(t('roll-call:film.toClose'));
      await page.getByRole('checkbox').check();
      await press(t('roll-call:close.submit'));
      await page.getByRole('heading', { name: t('roll-call:owes.title') }).waitFor();
    },

    async talk() {
      await page.goto('/roll-call');
      await page.getByRole('link', { name: t('roll-call:squads.owesOf', { squad: 'Squad A' }) }).click();
      await page.getByRole('button', { name: t('roll-call:talk.openWith', { name: officer.name }) }).click();
      await press(t('roll-call:talk.record'));
      await page
        .getByRole('row')
        .filter({ hasText: officer.badge })
        .getByText(t('roll-call:owed.deciding'), { exact: true })
        .waitFor();
    },
  };
}

const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);

const currentPack = (page: Page) =>
  page.evaluate(async () => {
    const { editionHash } = await (await fetch('/api/agency')).json();
    return (await fetch(`/course/${editionHash}.json`)).json() as Promise<CoursePack>;
  });

const ownId = (page: Page) =>
  page.evaluate(async () => (await (await fetch('/api/sign-in')).json()).officerId as string);
