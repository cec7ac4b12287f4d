import { createContext, useContext } from 'react';
import type { StartLanguage } from '#domain/roster/agency.ts';
import type { SignedIn } from '#domain/roster/signed-in.ts';

/** The agency as anyone may know it. `reviewed`: its counsel's review is recorded. */
export type Agency = {
  name: string;
  demo: boolean;
  timeZone: string;
  startLanguage: StartLanguage;
  /** False until an administrator has named it: nothing is there yet but the set-up. */
  isSetUp: boolean;
  reviewed: boolean;
  editionHash: string;
  courseTitle: { en: string; es: string };
};

export type Session = { agency: Agency; signedIn: SignedIn };

const SessionContext = createContext<Session | null>(null);

export const SessionProvider = SessionContext.Provider;

/** Who is at the screen and for which agency. Behind the sign-in gate it is always known. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is called outside the sign-in gate.');
  return session;
}
