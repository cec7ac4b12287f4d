import { type AgencyCourse, agencyPack, faultOfCourse, ordinaryCourse } from '#domain/course/agency-order.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { canonicalJson } from '#domain/ledger/canonical-json.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Asking } from '../db/open.ts';
import { isFile } from '../files/store.ts';
import type { Installation } from '../installation.ts';
import type { ProjectionsOf } from '../ledger/projections.ts';
import { sha256 } from '../ledger/sha256.ts';
import { type Taken, takeSent } from '../ledger/take-sent.ts';
import type { Refusal } from '../problem.ts';
import { mayNotForAll } from '../roster/may.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import { readFounded } from './frame.ts';
import type { OrderItem } from './order-items.ts';

const hashOf = (said: unknown) => sha256(canonicalJson(said));

/** The course that ships, with what this agency says of it. */
export async function readAgencyPack(asking: Asking, base: CoursePack): Promise<CoursePack> {
  return agencyPack(base, await readAgencyCourse(asking), hashOf);
}

export async function readAgencyCourse({ tx, agencyId }: Asking): Promise<AgencyCourse> {
  const row = await tx
    .selectFrom('agency_course')
    .select('said')
    .where('agency_id', '=', agencyId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? (JSON.parse(row.said) as AgencyCourse) : ordinaryCourse;
}

/** Publishes what the agency says and adopts the edition made of it: from now on officers who begin take that one. */
export async function publishOrder(
  at: Installation,
  visitor: Visitor,
  base: CoursePack,
  item: OrderItem,
): Promise<Result<Taken & { editionHash: string }, Refusal>> {
  const { order, review, answers } = item;
  const said: AgencyCourse = { order, review, answers };
  const pack = agencyPack(base, said, hashOf);
  const mayNot = mayNotForAll(visitor, 'set-up-agency');
  const refusal = await mayNot({ tx: at.db, agencyId: visitor.agencyId });
  if (refusal) return fail(refusal);
  const fault = faultOfCourse(base, said);
  if (fault) return fail({ code: fault, status: 422 });
  // Before the ledger is taken: kept for nothing when somebody else was faster, and wrong never.
  await at.editions.keep(pack);
  const taken = await takeSent(at, visitor, {
    kind: 'order.published',
    subject: 'order',
    item,
    mayNot,
    decide: async (writing) => {
      for (const file of Object.values(order?.files ?? {})) {
        if (file && !(await isFile(writing, file.hash)))
          return fail({ code: 'file.none', status: 422, field: 'order.files' });
      }
      return succeed({ editionHash: pack.editionHash });
    },
    after: async (writing) => {
      const { assignments } = await readFounded(writing);
      const current = assignments.at(-1);
      if (current?.editionHash === pack.editionHash && current.startsOn === item.startsOn) return;
      const earlier = current && item.counts ? [current.editionHash, ...current.counts] : [];
      const counts = earlier.filter((hash) => hash !== pack.editionHash);
      const payload = { editionHash: pack.editionHash, startsOn: item.startsOn, counts };
      await writing.append({ kind: 'course.adopted', at: at.now(), by: visitor.actor.officerId, payload });
    },
  });
  return taken.ok ? succeed({ ...taken.value, editionHash: pack.editionHash }) : taken;
}

export const projectOrders: ProjectionsOf<'order.published'> = {
  async 'order.published'({ tx, agencyId }, { seq, at, by, payload: { item } }) {
    const { order, review, answers } = item;
    const said = JSON.stringify({ order, review, answers } satisfies AgencyCourse);
    await tx.insertInto('agency_course').values({ agency_id: agencyId, seq, said, said_by: by, said_at: at }).execute();
  },
};
