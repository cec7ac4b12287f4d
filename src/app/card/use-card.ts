import { useEffect, useEffectEvent, useState } from 'react';
import type { CoursePack } from '#domain/course/pack.ts';
import { succeed } from '#domain/shared/result.ts';
import { askOnce } from '../api/ask.ts';
import { api } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import { useAnswer } from '../api/use-answer.ts';
import { type Kept, readKept, remember } from './kept.ts';
import { useEditions } from './use-editions.ts';

/** `checking`: the agency was asked and has not answered yet. `unchecked`: it cannot be asked now. */
export type Check = 'checking' | 'checked' | 'unchecked';

export type CardState = {
  /** The edition that is shown: the newest that could be had. */
  pack: CoursePack | null;
  agency: Kept['agency'] | null;
  /** A newer edition exists and is not here (yet). */
  isOutOfDate: boolean;
  /** On this visit a newer edition took the place of the one that was kept here. */
  isRenewed: boolean;
  /** When the agency last said which edition is in force: ISO time of this device's clock. */
  checkedAt: string | null;
  check: Check;
  problem: Problem | null;
  again: () => void;
};

/** The card of the newest edition that the network or this device can give, and how sure that is. */
export function useCard(): CardState {
  const [kept, setKept] = useState(readKept);
  const [firstHash] = useState(kept?.editionHash);
  const answer = useAnswer('card', askAgency);
  const newestHash = answer.value?.editionHash ?? kept?.newestHash ?? null;
  const editions = useEditions([kept?.editionHash ?? null, newestHash]);
  const pack = editions.packs[newestHash ?? ''] ?? editions.packs[kept?.editionHash ?? ''] ?? null;

  const known = answer.value;
  useEffect(() => {
    if (!known || !pack) return;
    const { name, demo, timeZone, editionHash: newest, checkedAt } = known;
    const now = { agency: { name, demo, timeZone }, editionHash: pack.editionHash, newestHash: newest, checkedAt };
    remember(now);
    setKept(now);
  }, [known, pack]);

  const again = () => {
    answer.again();
    editions.again();
  };
  useOnReturn(again);

  return {
    pack,
    agency: known ?? kept?.agency ?? null,
    isOutOfDate: pack !== null && pack.editionHash !== newestHash,
    isRenewed: pack !== null && firstHash !== undefined && pack.editionHash !== firstHash,
    checkedAt: known?.checkedAt ?? kept?.checkedAt ?? null,
    check: answer.problem ? 'unchecked' : known ? 'checked' : 'checking',
    problem: editions.problem ?? answer.problem,
    again,
  };
}

async function askAgency() {
  const answer = await askOnce(() => api.api.agency.$get());
  return answer.ok ? succeed({ ...answer.value, checkedAt: new Date().toISOString() }) : answer;
}

/** A phone keeps a page for days: whoever takes it out again, or comes back into coverage, sees the edition of now. */
function useOnReturn(again: () => void): void {
  const onReturn = useEffectEvent(() => {
    if (document.visibilityState === 'visible') again();
  });
  useEffect(() => {
    const returned = () => onReturn();
    document.addEventListener('visibilitychange', returned);
    window.addEventListener('online', returned);
    return () => {
      document.removeEventListener('visibilitychange', returned);
      window.removeEventListener('online', returned);
    };
  }, []);
}
