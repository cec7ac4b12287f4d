import { isDeepStrictEqual } from 'node:util';
import { openDocuments } from './documents.ts';
import { isDefined, type LmsSession, type Stored, verbs } from './records.ts';
import { statementChecks } from './statement-checks.ts';
import { videoChecks } from './video-checks.ts';

/** `requirement`: its id in @cmi5/requirements, or the clause of another standard. */
export type Refusal = { requirement: string; said: string };

const checks = [...statementChecks, ...videoChecks];

/** Everything that the LMS holds, and what it refused. */
export function openHeld() {
  const statements: Stored[] = [];
  return {
    statements,
    documents: openDocuments(),
    sessions: [] as LmsSession[],
    refusals: [] as Refusal[],
    /** Takes a statement, or says which requirement it breaks. Equal under the same id: taken before (xAPI Communication 2.1). */
    store(session: LmsSession, statement: Stored): { status: 204 | 400 | 403 | 409; requirement: string } {
      const known = statements.find(({ id }) => id === statement.id);
      const conflict = { status: 409 as const, requirement: 'xAPI Communication 2.1' };
      if (known) return isDeepStrictEqual(known, statement) ? { status: 204, requirement: '' } : conflict;
      const broken = checks.find((check) => check.isBroken(statement, { session, held: statements }));
      if (broken) return broken;
      statements.push(statement);
      if (isDefined(statement) && statement.verb.id === verbs.initialized) session.state = 'initialized';
      if (isDefined(statement) && statement.verb.id === verbs.terminated) session.state = 'terminated';
      return { status: 204, requirement: '' };
    },
  };
}

export type Held = ReturnType<typeof openHeld>;

export const keyOf = (session: Pick<LmsSession, 'registration' | 'activityId'>, stateId: string): string =>
  `${session.registration} ${session.activityId} ${stateId}`;

export const preferencesKeyOf = (actor: unknown): string => `preferences ${JSON.stringify(actor)}`;
