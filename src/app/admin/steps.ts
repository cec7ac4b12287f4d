import type { Settings } from '#server/agency/see-settings.ts';

export const setUpSteps = ['agency', 'roster', 'units', 'supervisors', 'order', 'window', 'slips'] as const;
export type Missing = (typeof setUpSteps)[number];

/** `wanted`: training can begin without it, and should not stay so. */
export type Step = { name: Missing; state: 'done' | 'missing' | 'wanted'; count: number };

/** What is done, what is missing before the first roll call, and what training can begin without. */
export function stepsOf(settings: Settings): Step[] {
  const { setUpAt, officers, units, withoutPin, course } = settings;
  // The administrator alone is no squad.
  const squads = units.filter(
    (unit) => officers > 1 && unit.officers > 0 && !units.some(({ parentId }) => parentId === unit.unitId),
  );
  const led = (unitId: string): boolean => {
    const unit = units.find((each) => each.unitId === unitId);
    return unit !== undefined && (unit.supervisors > 0 || (unit.parentId !== null && led(unit.parentId)));
  };
  const unled = squads.filter(({ unitId }) => !led(unitId)).length;
  const step = (name: Missing, isDone: boolean, state: 'missing' | 'wanted', count: number): Step => ({
    name,
    state: isDone ? 'done' : state,
    count,
  });
  return [
    step('agency', setUpAt !== null, 'missing', 0),
    step('roster', officers > 1, 'missing', officers),
    step('units', units.length > 1, 'wanted', units.length - 1),
    step('supervisors', squads.length > 0 && unled === 0, 'missing', unled),
    step('order', course.order !== null && course.review !== null, 'wanted', 0),
    step('window', true, 'wanted', settings.days),
    // Whoever is away enters later; that nobody can is what keeps a sergeant from the station.
    step('slips', officers > 1 && withoutPin === 0, withoutPin < officers - 1 ? 'wanted' : 'missing', withoutPin),
  ];
}
