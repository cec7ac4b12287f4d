import type { Language } from './closed-lists.ts';

/** Grows with every migration that rewrites kept packs: a browser keeps for ever what it has loaded under an address. */
const shape = 3;

/** Where the server has the pack of an edition. */
export const courseAddress = (editionHash: string): string => `/course/${editionHash}.json?v=${shape}`;

/** Where the server has the file of an agency's order; the edition ends it, so that a device knows what belongs together. */
export const orderAddress = (editionHash: string, language: Language): string =>
  `/course/orders/${editionHash}/${language}?v=${editionHash.slice(0, 16)}`;
