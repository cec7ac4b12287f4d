import { noteEvent } from '../ledger/keep.ts';
import type { Kind } from '../ledger/kinds.ts';
import type { Projecting, ProjectionsOf } from '../ledger/projections.ts';

type SignInKind = Extract<Kind, `sign-in.${string}` | `code.${string}`>;
type Event = {
  seq: number;
  at: string;
  officerId: string;
  what: 'opened' | 'closed' | 'refused' | 'locked';
  proof: 'pin' | 'password' | 'code' | null;
};

/** For the officer's own record: when the account was used. No report shows it. */
export const projectSignIns: ProjectionsOf<SignInKind> = {
  'sign-in.opened': (to, { seq, at, payload }) => keepEvent(to, { seq, at, what: 'opened', ...payload }),
  'sign-in.closed': (to, { seq, at, payload }) => keepEvent(to, { seq, at, what: 'closed', proof: null, ...payload }),
  'sign-in.refused': (to, { seq, at, payload }) => keepEvent(to, { seq, at, what: 'refused', ...payload }),
  'sign-in.locked': (to, { seq, at, payload }) => keepEvent(to, { seq, at, what: 'locked', ...payload }),
  // In the history too: who let whom in, and that it was used.
  'code.made': (to, entry) => noteEvent(to, entry, entry.payload.officerId, { kind: `code.${entry.payload.purpose}` }),
  'code.used': (to, entry) => noteEvent(to, entry, entry.payload.officerId),
};

async function keepEvent({ tx, agencyId }: Projecting, { seq, at, officerId, what, proof }: Event): Promise<void> {
  await tx
    .insertInto('sign_in_event')
    .values({ agency_id: agencyId, seq, officer_id: officerId, what, proof, at })
    .execute();
}
