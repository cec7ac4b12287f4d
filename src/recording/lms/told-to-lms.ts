import type { Decided, EvidenceItem } from '#domain/completion/evidence.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { rulingOf, type Verdict, verdictOn } from '#domain/scenario/run.ts';
import type { LmsItem } from './lms-link.ts';

/** A decision as an LMS hears of it: which of the options was chosen, and which would have been right. */
export type ToldDecision = {
  /** Places in the course's file, from 0; they mean the same in either language. */
  chosen: number;
  right: number[];
  optionIds: string[];
  verdict: Verdict;
};

/** @returns null for a decision that is not of this course */
export function toldDecision({ course, scenarios }: CoursePack, item: Decided): ToldDecision | null {
  const decision = scenarios[item.scenarioId]?.decisions.find(({ id }) => id === item.decisionId);
  const chosen = decision?.options.findIndex(({ id }) => id === item.optionId) ?? -1;
  const option = decision?.options[chosen];
  if (!decision || !option) return null;
  const ruling = rulingOf(course);
  return {
    chosen,
    right: decision.options.flatMap((each, place) => (verdictOn(decision, each, ruling) === 'right' ? [place] : [])),
    optionIds: decision.options.map(({ id }) => id),
    verdict: verdictOn(decision, option, ruling),
  };
}

/** "Half of it, choose again" is no grade, and neither is what the agency has not ruled on. */
export function asLmsItem(pack: CoursePack, item: EvidenceItem): LmsItem {
  const verdict = item.kind === 'decided' ? toldDecision(pack, item)?.verdict : undefined;
  return { item, right: verdict === 'right' || verdict === 'wrong' ? verdict === 'right' : null };
}
