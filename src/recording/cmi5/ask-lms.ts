import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { RecordingError } from '../recorder.ts';
import type { Browser } from './browser.ts';

export type Question = {
  /** `statements`, `activities/state`, `agents/profile` */
  resource: string;
  about: Record<string, string>;
  method?: 'GET' | 'PUT';
  body?: unknown;
  headers?: Record<string, string>;
  /** The page may be gone before the answer is there. */
  leaving?: boolean;
};

/** `value` is the parsed body, null without one or when it is no JSON. */
export type Answer = { status: number; etag: string | null; value: unknown };

export type Ask = (question: Question) => Promise<Result<Answer, RecordingError>>;

export type Asking = {
  ask: Ask;
  /** Lets go of what is under way and asks nothing until `resume`: whoever leaves waits for no silent LMS. */
  halt(): void;
  resume(): void;
};

const patienceMilliseconds = 12_000;
const patienceOnLeaving = 4_000;
/** The LMS may take the same a little later. */
const passing = [408, 425, 429];

/** xAPI requests with the token of the session (cmi5 8.1.2). Every answer below 500 is the caller's to judge but 401. */
export function askLms(endpoint: string, token: () => string, browser: Browser): Asking {
  const underWay = new Set<AbortController>();
  let isHalted = false;

  async function ask({ resource, about, method = 'GET', body, headers, leaving = false }: Question) {
    if (isHalted) return fail({ code: 'recording.offline' as const });
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), leaving ? patienceOnLeaving : patienceMilliseconds);
    underWay.add(patience);
    try {
      const response = await browser.fetch(`${endpoint}${resource}?${new URLSearchParams(about)}`, {
        method,
        headers: {
          Authorization: `Basic ${token()}`,
          'X-Experience-API-Version': '1.0.3',
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        redirect: 'error',
        cache: 'no-store',
        keepalive: leaving,
        signal: patience.signal,
      });
      if (response.status === 401) return fail({ code: 'recording.signed-out' as const });
      if (response.status >= 500 || passing.includes(response.status))
        return fail({ code: 'recording.offline' as const });
      const value: unknown = response.status === 204 ? null : await response.json().catch(() => null);
      return succeed({ status: response.status, etag: response.headers.get('ETag'), value });
    } catch {
      return fail({ code: 'recording.offline' as const });
    } finally {
      clearTimeout(timer);
      underWay.delete(patience);
    }
  }

  return {
    ask,
    halt() {
      isHalted = true;
      for (const each of underWay) each.abort();
    },
    resume() {
      isHalted = false;
    },
  };
}

/** The LMS understood and said no. What is neither an answer nor a refusal came from somebody else: a captive portal. */
export const refusalOf = ({ status }: Answer): { ok: false; error: RecordingError } =>
  fail(status >= 400 ? { code: 'recording.refused', detail: `http.${status}` } : { code: 'recording.offline' });
