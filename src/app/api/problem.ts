import { useTranslation } from 'react-i18next';

/** Why a call brought no value: the problem document of the server (RFC 9457), or what the connection did. */
/** `field`: path of what is at fault in what was sent, as in `order.date`. */
export type Problem = { code: string; status: number; field?: string; triesLeft?: number; minutes?: number };

export const connectionLost: Problem = { code: 'connection.lost', status: 0 };
const connectionFailed = (status: number): Problem => ({ code: 'connection.failed', status });

/** Nobody is signed in, or by now somebody else on the same device: only the person at this screen can mend that. */
export const isSignedOut = ({ status, code }: Problem): boolean => status === 401 || code === 'sign-in.other-officer';

/** The call may succeed if it is made again unchanged: no network, a server that is down or busy, a session that ended. */
export const isPassing = (problem: Problem): boolean =>
  problem.status === 0 || problem.status >= 500 || problem.status === 429 || isSignedOut(problem);

/** Reads the problem document; anything else (a proxy's page, an empty body) is a failed connection. */
export async function problemOf(response: { status: number; json(): Promise<unknown> }): Promise<Problem> {
  try {
    const { code, field, triesLeft, minutes } = (await response.json()) as Record<string, unknown>;
    if (typeof code !== 'string') return connectionFailed(response.status);
    return {
      code,
      status: response.status,
      ...(typeof field === 'string' && { field }),
      ...(typeof triesLeft === 'number' && { triesLeft }),
      ...(typeof minutes === 'number' && { minutes }),
    };
  } catch {
    return connectionFailed(response.status);
  }
}

/** Says a problem in the language of the screen. */
export function useProblemWords(): (problem: Problem) => string {
  const { t, i18n } = useTranslation('errors');
  return ({ code, triesLeft, minutes }) =>
    i18n.exists(code, { ns: 'errors' }) ? t(code, { triesLeft, minutes }) : t('connection.unexpected', { code });
}
