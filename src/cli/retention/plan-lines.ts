import { countIn } from '#domain/ledger/purged.ts';
import type { Listed } from '#domain/roster/import.ts';
import type { OfficerRecords, PurgePlan } from '#server/retention/plan.ts';
import type { Say } from '../start-words.ts';

export const personLine = (say: Say, { id, name, badge }: Pick<Listed, 'id' | 'name' | 'badge'>): string =>
  say('retention.person', { id, name, badge });

/** Who would be purged, who is held, who is too recent: each by name. */
export function planLines(say: Say, plan: PurgePlan, listed: readonly Listed[], before: string): string[] {
  const byId = new Map(listed.map((each) => [each.id, each]));
  const lineOf = ({ officerId: id, lastOn: day, ranges }: OfficerRecords) => {
    const who = personLine(say, byId.get(id) ?? { id, name: '?', badge: '?' });
    return `  ${say('retention.line', { who, count: countIn(ranges), day })}`;
  };
  const told = (['purged', 'held', 'recent'] as const).filter((each) => each === 'purged' || plan[each].length > 0);
  return told.flatMap((each) => [
    say(`retention.${each}`, { count: plan[each].length, before }),
    ...plan[each].map(lineOf),
  ]);
}
