import type { Decided } from '#domain/completion/evidence.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { toldDecision } from '../lms/told-to-lms.ts';

/** SCORM 1.2 RTE 3.4.4, `cmi.interactions.n.result`: "incorrect" is no word of this version. */
const results = { right: 'correct', wrong: 'wrong', coach: 'neutral', ungraded: 'neutral' } as const;

/**
 * One decision as the elements of an interaction, the id first. No latency: how long the officer faced the question is not
 * known, and no figure is better than a wrong one.
 */
export function interactionOf(pack: CoursePack, item: Decided): [element: string, value: string][] {
  const told = toldDecision(pack, item);
  if (!told) return [];
  const { chosen, right, verdict } = told;
  return [
    ['id', idOf(item)],
    ['type', 'choice'],
    ['time', timeOf(item.deviceAt)],
    ...right.map((place, n): [string, string] => [`correct_responses.${n}.pattern`, letter(place)]),
    ['weighting', '1'],
    ['student_response', letter(chosen)],
    ['result', results[verdict]],
  ];
}

/** CMIIdentifier: letters, digits, hyphen and underscore travel everywhere. */
const idOf = ({ attempt, scenarioId, run, decisionId }: Decided) => `a${attempt}-${scenarioId}-r${run}-${decisionId}`;

/** CMIFeedback of a choice: single characters a–z, 0–9. */
const letter = (place: number) => (place + 10).toString(36);

/** CMITime, hours of the learner's day. */
function timeOf(iso: string): string {
  const at = new Date(iso);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}
