import { getRandomValues } from 'node:crypto';
import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import { lmsGrade } from '#domain/lms-import/lms-import.ts';
import { planLmsImport } from '#domain/lms-import/plan-lms-import.ts';
import { newId } from '#domain/shared/id.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Installation } from '../installation.ts';
import { type Taken, takeSent } from '../ledger/take-sent.ts';
import type { Refusal } from '../problem.ts';
import { mayNotForAll } from '../roster/may.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import type { LmsReported } from './items.ts';
import { readLmsOfficers } from './officers.ts';
import type { PreparedExport } from './prepare.ts';

type Shown = {
  /** Of the import: the same id is taken once. */
  id: string;
  /** Without folders. */
  fileName: string;
  prepared: PreparedExport;
};

/** Records exactly what was shown, all of it or nothing; who has completed meanwhile keeps what they have. */
export const recordLmsImport = (
  at: Pick<Installation, 'ledger' | 'now'>,
  visitor: Visitor,
  { id, fileName, prepared: { rows, plan, importing, edition, item } }: Shown,
): Promise<Result<Taken, Refusal>> => {
  const { editionHash } = edition;
  const reported = plan.reported.map(
    ({ officerId, row, completed, said }): LmsReported => ({ officerId, row, ...completed, said }),
  );
  return takeSent(at, visitor, {
    kind: 'lms.imported',
    subject: 'lms',
    item: { id, editionHash, ...item, file: { name: fileName, ...item.file } },
    mayNot: mayNotForAll(visitor, 'import-completions'),
    decide: async (writing) => {
      const officers = await readLmsOfficers(writing, editionHash, importing.now);
      const now = planLmsImport(rows, officers, { ...importing, importedBy: visitor.actor.officerId });
      if (canonicalJson(now) !== canonicalJson(plan))
        return fail({ code: 'lms-import.changed-meanwhile', status: 409 });
      return reported.length === 0 ? fail({ code: 'lms-import.nothing-new', status: 409 }) : succeed({ reported });
    },
    after: async ({ append }) => {
      for (const { officerId, at: completedAt } of reported) {
        const completionId = newId(at.now(), getRandomValues);
        const payload = { officerId, editionHash, completionId, grade: lmsGrade, completedAt };
        await append({ kind: 'completion.recorded', at: at.now(), by: null, payload });
      }
    },
  });
};
