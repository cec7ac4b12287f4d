import type { Decided } from '#domain/completion/evidence.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { toldDecision } from '../lms/told-to-lms.ts';
import { timestamp } from './timeinterval.ts';

/** SCORM 2004 RTE, `cmi.interactions.n.result`: "wrong" is no word of this version. */
const results = { right: 'correct', wrong: 'incorrect', coach: 'neutral', ungraded: 'neutral' } as const;

/**
 * One decision as the elements of an interaction, the id first and the type before the patterns, which depend on it. No
 * latency: how long the officer faced the question is not known, and no figure is better than a wrong one.
 */
export function interactionOf(pack: CoursePack, item: Decided): [element: string, value: string][] {
  const told = toldDecision(pack, item);
  if (!told) return [];
  const { right, optionIds, verdict } = told;
  return [
    ['id', idOf(item)],
    ['type', 'choice'],
    ['timestamp', timestamp(item.deviceAt)],
    ...right.map((place, n): [string, string] => [`correct_responses.${n}.pattern`, optionIds[place] ?? '']),
    ['weighting', '1'],
    ['learner_response', item.optionId],
    ['result', results[verdict]],
  ];
}

/** long_identifier_type: a URN takes no space and no "#". */
const idOf = ({ attempt, scenarioId, run, decisionId }: Decided) =>
  `urn:muster:decision:a${attempt}:${scenarioId}:r${run}:${decisionId}`;
