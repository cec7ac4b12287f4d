import { useEffect, useEffectEvent, useState } from 'react';
import type { SignedIn } from '#domain/roster/signed-in.ts';
import { askOnce } from '../api/ask.ts';
import { api } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import type { Agency } from '../api/session.ts';

/** `signedIn: null` is known to be nobody; `agency: null` is not yet known. */
export type Account = {
  agency: Agency | null;
  signedIn: SignedIn | null;
  isKnown: boolean;
  problem: Problem | null;
  again: () => void;
  signedInAs: (signedIn: SignedIn) => void;
  signOut: () => Promise<void>;
};

type Known = Pick<Account, 'agency' | 'signedIn' | 'isKnown' | 'problem'>;

async function lookUp(): Promise<Known> {
  const [agency, session] = await Promise.all([
    askOnce(() => api.api.agency.$get()),
    askOnce(() => api.api['sign-in'].$get()),
  ]);
  const isNobody = !session.ok && session.error.status === 401;
  const problem = agency.ok ? (session.ok || isNobody ? null : session.error) : agency.error;
  return {
    agency: agency.ok ? agency.value : null,
    signedIn: session.ok ? session.value : null,
    isKnown: problem === null,
    problem,
  };
}

/** Agency and session, loaded once for the whole visit. */
export function useAccount(): Account {
  const [known, setKnown] = useState<Known>({ agency: null, signedIn: null, isKnown: false, problem: null });
  const again = () => void lookUp().then(setKnown);
  const onReturn = useEffectEvent(async () => {
    if (document.visibilityState === 'hidden' || !known.signedIn) return;
    const session = await askOnce(() => api.api['sign-in'].$get());
    // Another person signed in on this device meanwhile: nobody may go on in the first one's name.
    if (session.ok && session.value.officerId !== known.signedIn.officerId) location.reload();
  });

  useEffect(() => {
    let isLeft = false;
    void lookUp().then((found) => !isLeft && setKnown(found));
    const returned = () => void onReturn();
    document.addEventListener('visibilitychange', returned);
    return () => {
      isLeft = true;
      document.removeEventListener('visibilitychange', returned);
    };
  }, []);

  return {
    ...known,
    again,
    signedInAs: (signedIn) => setKnown((before) => ({ ...before, signedIn })),
    async signOut() {
      const answer = await askOnce(() => api.api['sign-in'].$delete());
      // Without the server's word the session lives on: the screen must not claim otherwise.
      if (answer.ok || answer.error.status === 401) setKnown((before) => ({ ...before, signedIn: null }));
      else setKnown((before) => ({ ...before, problem: answer.error }));
    },
  };
}
