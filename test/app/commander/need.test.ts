import { expect, test } from 'vitest';
import { barOf, byNeed, neediest } from '#app/commander/need.ts';
import type { UnitCounts, UnitLine } from '#domain/completion/report.ts';

const aUnit = (name: string, counts: Partial<UnitCounts>): UnitLine => ({
  unitId: name,
  name,
  hasUnits: false,
  counts: {
    officers: 10,
    spared: 0,
    done: 5,
    onTheWay: 3,
    notOpened: 2,
    late: 0,
    dueOnReturn: 0,
    needsTalk: 0,
    byGrade: { A: 5, B: 0, C: 0, D: 0 },
    ...counts,
  },
});

test('late people come before talks, talks before what is merely still open', () => {
  const units = [
    aUnit('open', { done: 0, notOpened: 10, onTheWay: 0 }),
    aUnit('talk', { needsTalk: 1 }),
    aUnit('late', { late: 2 }),
    aUnit('fine', { done: 10, onTheWay: 0, notOpened: 0 }),
    aUnit('empty', { officers: 0, done: 0, onTheWay: 0, notOpened: 0 }),
  ];
  expect(units.sort(byNeed).map(({ name }) => name)).toEqual(['late', 'talk', 'open', 'empty', 'fine']);
});

test('nobody is named as needy when nobody is late and nobody waits for a talk', () => {
  expect(neediest([aUnit('open', { done: 0 })])).toBeUndefined();
  expect(neediest([aUnit('calm', {}), aUnit('talk', { needsTalk: 1 })])?.name).toBe('talk');
});

test('every officer stands in the bar once, who is due on return among those in time', () => {
  const { counts } = aUnit('any', { done: 4, late: 3, dueOnReturn: 2, onTheWay: 3, notOpened: 3 });
  expect(barOf(counts)).toEqual({ done: 4, inTime: 3, late: 3 });
});
