import requirements from '@cmi5/requirements/requirements.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import table from '#test/conformance/cmi5.json' with { type: 'json' };
import places from '#test/conformance/cmi5-requirements.json' with { type: 'json' };

const isDerived = (id: string) => id.includes('(d');
const all = Object.keys(requirements).filter((id) => !isDerived(id));
const textOf = (id: string): string => (requirements as Record<string, { txt: string }>)[id]?.txt ?? '';

describe('the requirements of cmi5', () => {
  test('each has exactly one place', () => {
    const { tested, notApplicable, screens, package: packaged, lms } = places;
    const placed = [...tested, ...Object.keys(notApplicable), ...Object.keys(screens), ...packaged, ...lms];
    expect(placed.sort()).toEqual(all.sort());
  });

  test('those that are called tested are named by a case, and no other', () => {
    expect([...new Set(table.cases.flatMap((each) => each.requirements))].sort()).toEqual([...places.tested].sort());
  });

  test('nothing that binds the assignable unit is put off on the LMS', () => {
    expect(places.lms.filter((id) => /\bAUs? MUST(?! be launched)/.test(textOf(id)))).toEqual([]);
  });

  test('what is derived binds the LMS', () => {
    const derived = Object.keys(requirements).filter(isDerived);
    const strangers = derived.filter(
      (id) => textOf(id) !== '' && !/^The (LMS must|endpoint provided by the LMS)/.test(textOf(id)),
    );
    expect(strangers).toEqual([]);
  });
});
