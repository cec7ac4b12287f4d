import type { Exchange, ScenarioText } from '#domain/course/text.ts';
import type { Explained } from '#domain/scenario/explanation.ts';

export type HeardLine = Exchange[number] & {
  /** Where it was heard; tells two equal lines apart. */
  at: string;
};

/**
 * What was said on the radio so far and is no longer in view, in the order in which it was heard: before each question,
 * then after each choice.
 *
 * @param facing the decision whose question is in view; null while the last choice is being explained, which shows what
 *               was heard after it
 */
export function heardBefore(text: ScenarioText, explained: readonly Explained[], facing: string | null): HeardLine[] {
  const asked = new Set<string>();
  return explained.flatMap(({ decision, option }, index) => {
    const words = text.decisions[decision.id];
    const isFirst = !asked.has(decision.id);
    asked.add(decision.id);
    const before = isFirst && decision.id !== facing ? words?.radio : undefined;
    const isInView = facing === null && index === explained.length - 1;
    const after = isInView ? undefined : words?.options[option.id]?.radio;
    const at = `${decision.id} ${option.id}`;
    return [
      ...(before ?? []).map((line) => ({ ...line, at: `${at} before` })),
      ...(after ?? []).map((line) => ({ ...line, at: `${at} after` })),
    ];
  });
}
