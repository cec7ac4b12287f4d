import type { Language } from '../course/closed-lists.ts';
import type { CoursePack } from '../course/pack.ts';
import type { Person, Scenario } from '../course/scenario.ts';
import { pickBySeed } from './seed.ts';

/** The run number at the end of a run's seed moves every detail one on, so that a rerun surely shows others. */
function pickForRun<T>(from: readonly T[], seed: string, slot: string): T | undefined {
  const [, sitting = seed, run = '0'] = /^(.*):(\d{1,9})$/.exec(seed) ?? [];
  const first = from.indexOf(pickBySeed(from, sitting, slot) as T);
  return from[(first + Number(run)) % from.length];
}

/** Arguments for the course text. */
type Slots = Record<string, string>;

/**
 * The details of one run as arguments for the course text: `{driver}`, `{driverGender}` and `{driverBorn}` for people,
 * `{place}` for the rest, `{dispatcher}` in every scenario. They vary by seed and nothing depends on them, so an answer
 * cannot be passed along by its names.
 */
export function surfaceOf(
  pack: Pick<CoursePack, 'course' | 'text'>,
  scenario: Scenario,
  seed: string,
  language: Language,
): Slots {
  const words = pack.text[language].scenarios[scenario.id]?.surface;
  const dispatcher = pickForRun(pack.course.dispatchers, seed, 'dispatcher');
  const slots: Slots = { dispatcher: dispatcher?.name ?? '', dispatcherGender: dispatcher?.gender ?? 'm' };
  for (const [slot, people] of Object.entries(scenario.people)) {
    Object.assign(slots, slotsOf(slot, pickForRun(people, seed, slot)));
  }
  for (const [slot, wordings] of Object.entries(scenario.surface)) {
    const wording = pickForRun(wordings, seed, slot);
    slots[slot] = (wording && words?.[slot]?.[wording]) ?? '';
  }
  return slots;
}

/** Fills a facsimile in with the person it is about. */
export const slotsOf = (slot: string, person: Person | undefined): Slots => ({
  [slot]: person?.name ?? '',
  [`${slot}Gender`]: person?.gender ?? 'm',
  [`${slot}Born`]: person?.born ?? '',
});

/** The same for a paper of a run: `{person}` is whoever the seed has put into the slot it is about. */
export const slotsOfPaper = (slots: Slots, about: string): Slots => ({
  person: slots[about] ?? '',
  personGender: slots[`${about}Gender`] ?? 'm',
  personBorn: slots[`${about}Born`] ?? '',
});
