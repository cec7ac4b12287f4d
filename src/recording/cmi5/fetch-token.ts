import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { RecordingError } from '../recorder.ts';
import type { Browser } from './browser.ts';

const patienceMilliseconds = 20_000;

/**
 * Asks for the token of this session, by POST (cmi5 8.2.2). It is given once; a refusal comes as HTTP 200 with an
 * `error-code` (8.2.3), so only the body says what happened.
 */
export async function fetchToken(address: string, browser: Browser): Promise<Result<string, RecordingError>> {
  try {
    const signal = AbortSignal.timeout(patienceMilliseconds);
    const response = await browser.fetch(address, { method: 'POST', redirect: 'error', signal });
    if (response.status >= 400 && response.status < 500)
      return fail({ code: 'recording.refused', detail: `http.${response.status}` });
    const body = (await response.json()) as Record<string, unknown> | null;
    const token = body?.['auth-token'];
    if (typeof token === 'string' && token !== '') return succeed(token);
    const refusal = body?.['error-code'];
    if (refusal === undefined) return fail({ code: 'recording.offline' });
    return fail({ code: 'recording.refused', detail: `cmi5.fetch-${String(refusal)}` });
  } catch {
    return fail({ code: 'recording.offline' });
  }
}
