import type { CoursePack } from '#domain/course/pack.ts';
import { anAgency, shortPack } from './an-agency.ts';

type Changes = Parameters<typeof anAgency>[0];

/** A resident's browser, which keeps no cookie. */
export async function aResident(changes: Changes = {}) {
  const { app } = await anAgency(changes);
  return (path: string, headers: Record<string, string> = {}) => app.request(`http://muster.test${path}`, { headers });
}

/** The short course with something else in it, as an edition of its own. */
export const aCommunityPack = (change: (pack: CoursePack) => void): CoursePack => {
  const pack = structuredClone(shortPack);
  pack.editionHash = 'c'.repeat(64);
  change(pack);
  return pack;
};

/** What a reader sees of escaped text. */
export const unescaped = (html: string) =>
  html
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
