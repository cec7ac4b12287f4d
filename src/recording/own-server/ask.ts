import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { RecordingError } from '../recorder.ts';
import { refusalOf } from './answers.ts';

/** The server understood and said no: the same body would be refused again. Everything else may pass and is tried again. */
const refusals = [400, 409, 413, 415, 422];
const patienceMilliseconds = 20_000;

/**
 * One call to our own server. Redirects are never followed: a sign-in page reached by 303 once passed for a receipt
 * elsewhere (scormremote 56); only a body of the right shape is an answer.
 */
export async function ask<T>(
  path: string,
  isAnswer: (value: unknown) => value is T,
  body?: unknown,
): Promise<Result<T, RecordingError>> {
  try {
    const response = await fetch(path, {
      ...(body === undefined
        ? {}
        : { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      redirect: 'error',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    if (response.status === 401) return fail({ code: 'recording.signed-out' });
    const value: unknown = await response.json();
    if (refusals.includes(response.status)) {
      return fail({ code: 'recording.refused', detail: refusalOf(response.status, value) });
    }
    return response.ok && isAnswer(value) ? succeed(value) : fail({ code: 'recording.offline' });
  } catch {
    return fail({ code: 'recording.offline' });
  }
}
