import { surfaceOf } from '../scenario/surface.ts';
import type { Language } from './closed-lists.ts';
import type { ReadMessage } from './message.ts';
import type { CoursePack } from './pack.ts';
import type { Scenario } from './scenario.ts';

/**
 * Says the messages of a scenario as an officer reads them, with the people and places of one seed filled in. A message that
 * cannot be read is said as it is written, and an argument that nothing fills in by its name: both are other checks' findings.
 */
export function sayerOf(pack: CoursePack, scenario: Scenario, seed: string, language: Language, read: ReadMessage) {
  const slots = surfaceOf(pack, scenario, seed, language);
  return (sentence: string, more: Record<string, string> = {}): string => {
    const message = read(sentence, language);
    if (!message.ok) return sentence;
    const unfilled = Object.fromEntries(message.value.arguments.map((argument) => [argument, argument]));
    return message.value.say({ ...unfilled, ...slots, ...more });
  };
}
