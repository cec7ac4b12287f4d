import { useEffect, useEffectEvent, useState } from 'react';
import type { SignedIn } from '#domain/roster/signed-in.ts';
import { fail, type Result } from '#domain/shared/result.ts';
import { forgetOpening, readOpening } from '#recording/kept-opening.ts';
import { askOnce } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { connectionLost, isPassing, type Problem } from '../api/problem.ts';
import type { Agency } from '../api/session.ts';

/**
 * `signedIn: null` is known to be nobody; `agency: null` is not yet known. `away`: nobody can be asked, and this device kept
 * the training of that learner, who may go on with it without being signed in.
 */
export type Account = {
  agency: Agency | null;
  signedIn: SignedIn | null;
  isKnown: boolean;
  problem: Problem | null;
  away: string | null;
  again: () => void;
  leave: () => void;
  signedInAs: (signedIn: SignedIn) => void;
  signOut: () => Promise<void>;
};

type Known = Pick<Account, 'agency' | 'signedIn' | 'isKnown' | 'problem' | 'away'>;

/** Somebody has left this device: nobody goes on with that session, even if the server can be told only later. */
const leftAs = 'muster.left';

async function endSession(): Promise<Problem | null> {
  localStorage.setItem(leftAs, '1');
  forgetOpening();
  const answer = await askOnce(() => api.api['sign-in'].$delete());
  if (!answer.ok && answer.error.status !== 401) return answer.error;
  localStorage.removeItem(leftAs);
  return null;
}

async function lookUp(): Promise<Known> {
  const problem = localStorage.getItem(leftAs) && (await endSession());
  return problem ? { ...nothingKnown, problem } : lookNow();
}

async function lookNow(): Promise<Known> {
  const [agency, session] = await Promise.all([
    inTime(askOnce(() => api.api.agency.$get())),
    inTime(askOnce(() => api.api['sign-in'].$get())),
  ]);
  const isNobody = !session.ok && session.error.status === 401;
  if (session.ok) forgetOpening(session.value.officerId);
  const problem = agency.ok ? (session.ok || isNobody ? null : session.error) : agency.error;
  return {
    agency: agency.ok ? agency.value : null,
    signedIn: session.ok ? session.value : null,
    isKnown: problem === null,
    problem,
    away: session.ok || isNobody || !isPassing(session.error) ? null : (readOpening()?.learnerId ?? null),
  };
}

/** One bar of signal is worse than none: a call that hangs must not keep a kept training from opening. */
const patienceMilliseconds = 10_000;
const inTime = <T>(answer: Promise<Result<T, Problem>>): Promise<Result<T, Problem>> =>
  Promise.race([
    answer,
    new Promise<Result<T, Problem>>((over) => setTimeout(() => over(fail(connectionLost)), patienceMilliseconds)),
  ]);

/** Who is at work without a network stays at it, whatever is found out meanwhile, unless it is somebody else. */
const after = (found: Known) => (before: Known) => ({
  ...found,
  away: found.signedIn && found.signedIn.officerId !== before.away ? null : (before.away ?? found.away),
});

const nothingKnown: Known = { agency: null, signedIn: null, isKnown: false, problem: null, away: null };

/** Agency and session, loaded once for the whole visit. */
export function useAccount(): Account {
  const [known, setKnown] = useState<Known>(nothingKnown);
  const again = () => void lookUp().then((found) => setKnown(after(found)));
  const onReturn = useEffectEvent(async () => {
    if (document.visibilityState === 'hidden' || !known.signedIn) return;
    const session = await askOnce(() => api.api['sign-in'].$get());
    // Another person signed in on this device meanwhile: nobody may go on in the first one's name.
    if (session.ok && session.value.officerId !== known.signedIn.officerId) location.reload();
  });

  const onOnline = useEffectEvent(() => known.away !== null && again());

  useEffect(() => {
    let isLeft = false;
    void lookUp().then((found) => !isLeft && setKnown(after(found)));
    const returned = () => void onReturn();
    document.addEventListener('visibilitychange', returned);
    window.addEventListener('online', onOnline);
    return () => {
      isLeft = true;
      document.removeEventListener('visibilitychange', returned);
      window.removeEventListener('online', onOnline);
    };
  }, []);

  return {
    ...known,
    again,
    leave: () => void endSession().then(() => location.reload()),
    signedInAs(signedIn) {
      localStorage.removeItem(leftAs);
      forgetOpening(signedIn.officerId);
      setKnown((before) => ({ ...before, signedIn }));
      if (!known.agency) again();
    },
    async signOut() {
      const left = await endSession();
      // Without the server's word the session lives on: the screen must not claim otherwise.
      setKnown((before) => (left ? { ...before, problem: left } : { ...before, signedIn: null, away: null }));
    },
  };
}
