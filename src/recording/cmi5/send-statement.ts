import { type Result, succeed } from '#domain/shared/result.ts';
import type { RecordingError } from '../recorder.ts';
import { type Ask, refusalOf } from './ask-lms.ts';
import { isHeld } from './held-statements.ts';
import type { Statement } from './statement.ts';

/**
 * Sends one statement under its own id, and so as often as needed: what the LMS has already is done (xAPI Communication
 * 2.1.1). Ok only for the LMS's 204, or for a 409 when what it holds under the id says the same.
 */
export async function sendStatement(
  ask: Ask,
  body: Statement,
  leaving: boolean,
): Promise<Result<void, RecordingError>> {
  const about = { statementId: body.id };
  const answer = await ask({ resource: 'statements', about, method: 'PUT', body, leaving });
  if (!answer.ok) return answer;
  if (answer.value.status === 204) return succeed(undefined);
  if (answer.value.status !== 409) return refusalOf(answer.value);
  const known = await isHeld(ask, body);
  if (!known.ok) return known;
  return known.value ? succeed(undefined) : refusalOf(answer.value);
}
