import type { LaunchParameters } from './launch-parameters.ts';

/** One session, kept over a reload of the tab: the token can be fetched only once (cmi5 8.2.3). */
export type Session = {
  token: string;
  /** When `initialized` was made, ISO 8601 UTC: the same statement after a reload. */
  startedAt: string;
  /** The latest time that a statement of this session bears; none may come before it in the end (9.3). */
  latestAt: string;
  initialized: boolean;
  /** `leaving`: `terminated` is on its way or lost, so nothing else may be sent. */
  ending: 'no' | 'leaving' | 'terminated';
  /** Where the film stood when it was last told; null before it was played in this session. */
  filmAt: number | null;
};

export type SessionShelf = Pick<Storage, 'getItem' | 'setItem'> | null;

/** By registration and fetch address: another launch has another fetch address, and is another session. */
const keyOf = ({ registration, fetch }: LaunchParameters) => `muster.cmi5:${registration}:${fetch}`;

export function readSession(shelf: SessionShelf, launch: LaunchParameters): Session | null {
  try {
    const kept = JSON.parse(shelf?.getItem(keyOf(launch)) ?? 'null') as Partial<Session> | null;
    return kept?.token && kept.startedAt && kept.latestAt && kept.ending ? (kept as Session) : null;
  } catch {
    return null;
  }
}

export function keepSession(shelf: SessionShelf, launch: LaunchParameters, session: Session): void {
  try {
    shelf?.setItem(keyOf(launch), JSON.stringify(session));
  } catch {
    // A browser that keeps nothing costs a new launch after a reload, nothing that is recorded.
  }
}

export const newSession = (token: string, nowMilliseconds: number): Session => {
  const startedAt = new Date(nowMilliseconds).toISOString();
  return { token, startedAt, latestAt: startedAt, initialized: false, ending: 'no', filmAt: null };
};
