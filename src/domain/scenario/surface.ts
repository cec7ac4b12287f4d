import type { Scenario } from '../course/scenario.ts';
import type { ScenarioText } from '../course/text.ts';
import { pickBySeed } from './seed.ts';

/** The run number at the end of a run's seed moves every detail one on, so that a rerun surely shows others. */
function pickForRun<T>(from: readonly T[], seed: string, slot: string): T | undefined {
  const [, sitting = seed, run = '0'] = /^(.*):(\d+)$/.exec(seed) ?? [];
  const first = from.indexOf(pickBySeed(from, sitting, slot) as T);
  return from[(first + Number(run)) % from.length];
}

/**
 * The details of one run as arguments for the course text: `{driver}` and `{driverGender}` for people, `{place}` for the
 * rest. They vary by seed and nothing depends on them, so an answer cannot be passed along by its names.
 */
export function surfaceOf(scenario: Scenario, text: ScenarioText, seed: string): Record<string, string> {
  const slots: Record<string, string> = {};
  for (const [slot, people] of Object.entries(scenario.people)) {
    const person = pickForRun(people, seed, slot);
    slots[slot] = person?.name ?? '';
    slots[`${slot}Gender`] = person?.gender ?? 'm';
  }
  for (const [slot, wordings] of Object.entries(scenario.surface)) {
    const wording = pickForRun(wordings, seed, slot);
    slots[slot] = (wording && text.surface[slot]?.[wording]) ?? '';
  }
  return slots;
}
