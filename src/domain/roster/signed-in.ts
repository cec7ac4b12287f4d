import type { Action } from './permission.ts';

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
