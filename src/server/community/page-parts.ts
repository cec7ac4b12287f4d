import { html } from 'hono/html';
import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';

/** Everything put into it is escaped; nothing on this page goes around that. */
export type Html = ReturnType<typeof html>;

/** What the page is drawn from: the course and the agency's name. No record and no person is within reach of it. */
export type CommunityPage = {
  pack: CoursePack;
  language: Language;
  agency: { name: string; demo: boolean };
};

export const wordsOf = ({ pack, language }: CommunityPage) => pack.text[language].community;

/** Minutes and seconds, as players show them. */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** The anchor of a clause in the policy on the same page. */
export const anchorOf = (clause: string) => `rule-${clause}`;

export const longDate = (date: string, language: Language) =>
  new Intl.DateTimeFormat(`${language}-US`, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));

/** Own language first, so that the nearest is the one that is understood. */
export const ownFirst = (language: Language): Language[] => (language === 'en' ? ['en', 'es'] : ['es', 'en']);

export const paragraphs = (texts: readonly string[]): Html[] => texts.map((text) => html`<p>${text}</p>`);
