import { latestBefore } from '#domain/retention/kept-years.ts';
import type { Listed } from '#domain/roster/import.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { readFrame, readToday } from '#server/agency/frame.ts';
import type { Asking } from '#server/db/open.ts';
import { isHeld, type PurgePlan, planPurge } from '#server/retention/plan.ts';
import { visitorAtTerminal } from '#server/roster/at-terminal.ts';
import { mayNotForAll } from '#server/roster/may.ts';
import { readListed } from '#server/roster/store.ts';
import type { Visitor } from '#server/sign-in/visitor.ts';
import type { Typed } from './arguments.ts';

export type Looked = {
  visitor: Visitor;
  /** Everybody who is or was on the roster. */
  listed: Listed[];
} & ({ officer: Listed } | { before: string; plan: PurgePlan });

export type LookFault =
  | { code: 'retention.unknownBy' | 'retention.notAllowed' | 'retention.noBadge'; badge: string }
  | { code: 'retention.severalWore'; badge: string; several: Listed[] }
  | { code: 'retention.isHeld' | 'retention.notHeld'; officer: Listed }
  | { code: 'retention.tooSoon'; latest: string };

/** What would be recorded, as the records stand at this moment; null while there is no agency. */
export async function look(asking: Asking, typed: Typed): Promise<Result<Looked, LookFault> | null> {
  if (!(await readFrame(asking))) return null;
  const now = Date.now();
  const visitor = await visitorAtTerminal(asking, typed.by, now);
  if (!visitor) return fail({ code: 'retention.unknownBy', badge: typed.by });
  if (await mayNotForAll(visitor, 'purge-records')(asking)) {
    return fail({ code: 'retention.notAllowed', badge: typed.by });
  }
  const today = await readToday(asking, now);
  const listed = await readListed(asking, today);
  if (typed.what === 'purge') {
    const { before } = typed;
    const latest = latestBefore(today);
    if (before > latest) return fail({ code: 'retention.tooSoon', latest });
    return succeed({ visitor, listed, before, plan: await planPurge(asking, before) });
  }
  const { badge } = typed;
  // Also of those who left: it is their records that are asked for in court, and a badge is worn again.
  const wore = listed.filter((each) => each.badge === badge || each.id === badge);
  const [officer, ...others] = wore;
  if (!officer) return fail({ code: 'retention.noBadge', badge });
  if (others.length > 0) return fail({ code: 'retention.severalWore', badge, several: wore });
  const held = await isHeld(asking, officer.id);
  if (held === (typed.what === 'release')) return succeed({ visitor, listed, officer });
  return fail({ code: held ? 'retention.isHeld' : 'retention.notHeld', officer });
}
