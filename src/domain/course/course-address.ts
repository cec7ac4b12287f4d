/** Grows with every migration that rewrites kept packs: a browser keeps for ever what it has loaded under an address. */
const shape = 3;

/** Where the server has the pack of an edition. */
export const courseAddress = (editionHash: string): string => `/course/${editionHash}.json?v=${shape}`;
