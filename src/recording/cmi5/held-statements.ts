import { type Result, succeed } from '#domain/shared/result.ts';
import type { RecordingError } from '../recorder.ts';
import type { Ask } from './ask-lms.ts';
import { onceId } from './defined-statements.ts';
import type { LaunchParameters } from './launch-parameters.ts';
import type { Statement } from './statement.ts';
import { category, completed, passed } from './vocabulary.ts';

/**
 * Whether the LMS holds what is told once in a registration: under the id that we give it, or, told by somebody else, by its
 * verb. False where the token may not ask; not every record store filters by verb as it should, so the id is asked first.
 */
export async function holds(
  ask: Ask,
  launch: LaunchParameters,
  word: 'completed' | 'passed',
): Promise<Result<boolean, RecordingError>> {
  const { actor, activityId, registration } = launch;
  const verb = word === 'completed' ? completed : passed;
  const ours = await heldUnder(ask, onceId(launch, word));
  if (!ours.ok) return ours;
  if (ours.value?.verb?.id === verb.id) return succeed(true);
  const about = { agent: JSON.stringify(actor), verb: verb.id, activity: activityId, registration };
  const answer = await ask({ resource: 'statements', about });
  if (!answer.ok) return answer;
  const { statements } = (answer.value.value ?? {}) as { statements?: Partial<Statement>[] };
  const categories = (statements ?? []).flatMap(({ context }) => context?.contextActivities?.category ?? []);
  return succeed(answer.value.status === 200 && categories.some(({ id }) => id === category.cmi5));
}

/** After a 409: the LMS has the id already, and what it has says the same (xAPI Communication 2.1.1). */
export async function isHeld(ask: Ask, statement: Statement): Promise<Result<boolean, RecordingError>> {
  const answer = await heldUnder(ask, statement.id);
  if (!answer.ok) return answer;
  const held = answer.value;
  return succeed(
    held?.id?.toLowerCase() === statement.id &&
      held.verb?.id === statement.verb.id &&
      held.object?.id === statement.object.id &&
      held.actor?.account.name === statement.actor.account.name &&
      held.context?.registration === statement.context.registration,
  );
}

/** Null where nothing is held or the token may not ask. Some stores answer with a list of one (Ralph 5). */
async function heldUnder(ask: Ask, statementId: string): Promise<Result<Partial<Statement> | null, RecordingError>> {
  const answer = await ask({ resource: 'statements', about: { statementId } });
  if (!answer.ok) return answer;
  const { status, value } = answer.value;
  if (status !== 200) return succeed(null);
  return succeed(
    (value as { statements?: Partial<Statement>[] } | null)?.statements?.[0] ?? (value as Partial<Statement>),
  );
}
