import type { UnitReport } from '#domain/completion/report.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import { useAnswer } from '../api/use-answer.ts';
import { neediest } from './need.ts';

/** The unit to go to, with the names of the units on the way down to it. */
export type Need = { unitId: string; names: string[] };

/** Follows the need from unit to unit down to the squad: "Patrol Bureau" is not yet somebody to call. */
export const useNeediest = (report: UnitReport): Need | null =>
  useAnswer<Need | null>(`need ${report.unit.unitId}`, () => follow(report, [])).value;

async function follow({ units }: UnitReport, names: string[]): Promise<Result<Need | null, Problem>> {
  const unit = neediest(units);
  if (!unit) return succeed(null);
  const here = { unitId: unit.unitId, names: [...names, unit.name] };
  if (!unit.hasUnits) return succeed(here);
  const below = await ask(() => api.api.reports.units[':unitId'].$get({ param: { unitId: unit.unitId } }));
  if (!below.ok) return fail(below.error);
  const deeper = await follow(below.value, here.names);
  return deeper.ok && deeper.value ? deeper : succeed(here);
}
