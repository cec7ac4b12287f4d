import { type AgencyOrder, agencyPack, ordinaryCourse } from '#domain/course/agency-order.ts';
import type { Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { shortPack } from './an-agency.ts';

type Said = { text: AgencyOrder['text']; files?: { [Each in Language]?: string } };

/** The short course with an agency's own order in place of the policy page; files are named by what their hash is made of. */
export function anOrderedPack({ text, files = {} }: Said): CoursePack {
  const file = (letter: string) => ({ hash: letter.repeat(64), name: 'go-19-07.pdf' });
  const order: AgencyOrder = {
    number: 'GO 19-07',
    date: '2026-11-20',
    text,
    files: { ...(files.en && { en: file(files.en) }), ...(files.es && { es: file(files.es) }) },
  };
  return agencyPack(shortPack, { ...ordinaryCourse, order }, () => 'c'.repeat(64));
}
