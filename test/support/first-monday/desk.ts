import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '#domain/course/closed-lists.ts';
import { expectFitsNarrow } from '../narrow.ts';
import { storyIn } from '../story.ts';
import { badFiles, orderPdf, people, roster, sameBadge } from './files.ts';

export const administrator = { badge: '1', name: 'Ada Pérez', password: 'river stone lantern moss' };
export const agencyName = 'Río Claro Police';
const squad = 'Patrol / District 1 / Squad A';

/** What the administrator does on the first Monday, step by step, each one left and found again on the dashboard. */
export function deskOf(page: Page, language: Language) {
  const { t, press, follow } = storyIn(page, language);
  const dashboard = () => page.goto('/admin');
  const stepSays = async (step: string, state: 'done' | 'missing' | 'wanted') => {
    const line = page.locator('.set-up-steps li').filter({ hasText: t(`admin:dashboard.step.${step}`) });
    await line.getByText(t(`admin:dashboard.state.${state}`), { exact: true }).waitFor();
  };
  const open = async (step: string) => {
    await dashboard();
    await follow(t(`admin:dashboard.step.${step}`));
  };
  const fill = (key: string, text: string) => page.getByLabel(t(key), { exact: true }).fill(text);

  return {
    stepSays,
    dashboard,

    /** By the link of the terminal: whose training it is, and, after the browser was closed, who administers it. */
    async setUp(link: string) {
      await page.goto('/');
      await page.getByRole('heading', { name: t('common:notSetUp.title') }).waitFor();
      await page.goto(link);
      await fill('setup:agency.name', agencyName);
      await page.getByLabel(t('setup:agency.timeZone')).selectOption('America/New_York');
      await expectFitsNarrow(page, language);
      await press(t('setup:agency.next'));
      await page.getByRole('heading', { name: t('setup:administrator.title') }).waitFor();
      await page.goto('about:blank');
      await page.goto(link);
      await fill('setup:administrator.name', administrator.name);
      await fill('setup:administrator.badge', administrator.badge);
      for (const [password, fault] of [
        ['short', 'errors:password.short'],
        ['passwordpassword', 'errors:password.guessable'],
        [`${agencyName} 1`, 'errors:password.about-you'],
      ] as const) {
        await fill('setup:administrator.password', password);
        await fill('setup:administrator.again', password);
        await press(t('setup:administrator.save'));
        await page.getByText(t(fault)).waitFor();
      }
      await expectFitsNarrow(page, language);
      await fill('setup:administrator.password', administrator.password);
      await fill('setup:administrator.again', administrator.password);
      await press(t('setup:administrator.save'));
      await stepSays('agency', 'done');
      for (const step of ['roster', 'supervisors', 'slips']) await stepSays(step, 'missing');
      await expectFitsNarrow(page, language);
    },

    /** Each is refused in one sentence, and afterwards nobody is on the roster. */
    async bringBadFiles() {
      await open('roster');
      const field = page.getByLabel(t('roster:page.file'));
      for (const { key, file } of badFiles) {
        await field.setInputFiles(file);
        await page.getByText(t(key)).waitFor();
      }
      await field.setInputFiles(sameBadge);
      await page.getByText(t('roster:fault.badge-twice', { found: '3' })).waitFor();
      await dashboard();
      await stepSays('roster', 'missing');
    },

    async importRoster() {
      await open('roster');
      await page.getByLabel(t('roster:page.file')).setInputFiles(roster);
      await page.getByText(t('roster:cli.added', { count: 5 })).waitFor();
      await expectFitsNarrow(page, language);
      await press(t('roster:page.import'));
      await follow(t('roster:page.toPeople'));
      for (const { name } of Object.values(people)) await page.getByText(name, { exact: true }).waitFor();
      await expectFitsNarrow(page, language);
      await dashboard();
      await stepSays('roster', 'done');
      await stepSays('units', 'done');
    },

    async grant(person: { name: string }, role: 'supervisor' | 'commander', unit: string) {
      await open('supervisors');
      await page.getByRole('link', { name: person.name, exact: true }).click();
      await page.getByText(t('admin:rights.giveOne'), { exact: true }).click();
      await page.getByLabel(t('admin:rights.role'), { exact: true }).selectOption(role);
      await page.getByLabel(t('admin:rights.over'), { exact: true }).selectOption({ label: unit });
      await press(t('admin:rights.give'));
      await page
        .getByRole('button', { name: t('admin:rights.endThis', { role: t(`roster:role.${role}`), unit }) })
        .waitFor();
      await expectFitsNarrow(page, language);
    },

    /** Number, date, text in the language of the desk, the file in the other, and the review that takes the marks off. */
    async publishOrder() {
      await open('order');
      await page.getByLabel(t('admin:order.own')).check();
      await press(t('admin:order.publish'));
      await page.getByText(t('admin:order.numberless')).waitFor();
      await fill('admin:order.number', 'GO 26-12');
      await fill('admin:order.date', '2026-11-20');
      await page.locator(`[name="text-${language}"]`).fill('# General Order\n\n[R5] A civil paper is no arrest.');
      await page.locator(`[name="file-${language === 'en' ? 'es' : 'en'}"]`).setInputFiles(orderPdf);
      await page.getByText(/order\.pdf · [0-9a-f]{12}/).waitFor();
      await fill('admin:order.office', 'County Attorney');
      await expectFitsNarrow(page, language);
      await press(t('admin:order.publish'));
      await page.getByText(t('admin:order.published')).waitFor();
      await dashboard();
      await stepSays('order', 'done');
    },

    async setWindow(days: string) {
      await open('window');
      await fill('admin:window.days', '0');
      await page.getByText(t('admin:window.daysFault')).waitFor();
      await fill('admin:window.days', days);
      await expectFitsNarrow(page, language);
      await press(t('admin:save'));
      await page.getByText(new RegExp(`${days} (days|días)`)).waitFor();
    },

    /** @returns the codes by badge, as they are read off the paper */
    async printSlips(): Promise<Map<string, string>> {
      await open('slips');
      await page.getByText(t('admin:slips.onlyHere', { address: new URL(page.url()).host })).waitFor();
      await press(t('admin:slips.make'));
      await page.getByText(t('admin:slips.made', { count: 5 })).waitFor();
      await expectFitsNarrow(page, language);
      await page.getByRole('heading', { name: squad }).waitFor();
      const slips = await page.locator('.slip').allInnerTexts();
      return new Map(
        slips.map((slip) => [
          / · (\d+) · /.exec(slip)?.[1] ?? '',
          /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(slip)?.[0] ?? '',
        ]),
      );
    },

    async expectReady() {
      await dashboard();
      await page.getByText(t('admin:dashboard.ready')).waitFor();
      expect(await page.locator('.set-up-steps .missing').count()).toBe(0);
    },
  };
}
