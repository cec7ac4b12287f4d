import { officerHeader } from '#domain/roster/signed-in.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { RecordingError } from '../recorder.ts';
import { refusalOf } from './answers.ts';

/** The server understood and said no: the same body would be refused again. Everything else may pass and is tried again. */
const refusals = [400, 409, 413, 415, 422];
/** The server says itself that its storage is out of reach, or full: nothing was taken, and nothing is wrong with the item. */
const waits = ['storage.away', 'storage.full'] as const;
const usualWaitSeconds = 2;
const otherOfficer = 'sign-in.other-officer';
const patienceMilliseconds = 20_000;

/**
 * One call to our own server. Redirects are never followed: a sign-in page reached by 303 once passed for a receipt
 * elsewhere (scormremote 56); only a body of the right shape is an answer.
 */
export async function ask<T>(
  path: string,
  isAnswer: (value: unknown) => value is T,
  sent?: { body: unknown; learnerId: string },
): Promise<Result<T, RecordingError>> {
  try {
    const response = await fetch(path, {
      ...(sent && {
        method: 'POST',
        body: JSON.stringify(sent.body),
        headers: { 'Content-Type': 'application/json', [officerHeader]: sent.learnerId },
      }),
      redirect: 'error',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    if (response.status === 401) return fail({ code: 'recording.signed-out' });
    const value: unknown = await response.json();
    const detail = refusalOf(response.status, value);
    if (!response.ok && isWaiting(detail)) {
      const retryAfterSeconds = Number(response.headers.get('Retry-After')) || usualWaitSeconds;
      return fail({ code: detail, retryAfterSeconds });
    }
    if (refusals.includes(response.status)) {
      // Not the item is wrong but the hour: it waits until its own officer is signed in again.
      if (detail === otherOfficer) return fail({ code: 'recording.signed-out' });
      return fail({ code: 'recording.refused', detail });
    }
    return response.ok && isAnswer(value) ? succeed(value) : fail({ code: 'recording.offline' });
  } catch {
    return fail({ code: 'recording.offline' });
  }
}

const isWaiting = (code: string): code is (typeof waits)[number] => waits.some((each) => each === code);
