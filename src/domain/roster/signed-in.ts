import type { Action } from './permission.ts';

/**
 * Header of everything that is sent in somebody's name: the officer id of the screen that sends it. On a shared device
 * another person may have signed in since that screen was drawn, and the cookie alone would book it on them.
 */
export const officerHeader = 'Muster-Officer';

/** What a screen knows of the person at it. `may` opens doors on the screen; the server asks again at every call. */
export type SignedIn = {
  officerId: string;
  agencyId: string;
  name: string;
  badge: string;
  rank: string;
  unit: { id: string; name: string };
  proof: 'pin' | 'password';
  may: Record<Action, boolean>;
};
