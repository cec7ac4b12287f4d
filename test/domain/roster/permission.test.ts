import { describe, expect, test } from 'vitest';
import { type Action, type Actor, actions, isAllowed, isAllowedSomewhere } from '#domain/roster/permission.ts';
import type { Role, Unit } from '#domain/roster/roster.ts';
import { lineage, subtree, unitPath } from '#domain/roster/unit-tree.ts';

const tree: Unit[] = [
  { id: 'agency', parentId: null, name: 'Agency' },
  { id: 'd1', parentId: 'agency', name: 'District 1' },
  { id: 'd1-day', parentId: 'd1', name: 'Day shift' },
  { id: 'd2', parentId: 'agency', name: 'District 2' },
];
const units = new Map(tree.map((unit) => [unit.id, unit]));
const anActor = (role: Role, unitId: string, proof: Actor['proof']): Actor => ({
  officerId: 'x',
  grants: [{ role, unitId }],
  proof,
});

const squad: Action[] = ['run-roll-call', 'see-squad-owes', 'record-talk', 'set-duty', 'vouch', 'name-acting'];
/** Administrators set things up; squads are led, and answers looked into, by others. */
const notAdministrators: Action[] = [
  'run-roll-call',
  'see-squad-owes',
  'record-talk',
  'vouch',
  'see-path',
  'review-watching',
];

describe('who may see and do what', () => {
  test.each<[Role, Actor['proof'], Action[]]>([
    ['officer', 'pin', []],
    ['officer', 'password', []],
    ['supervisor', 'pin', squad],
    ['supervisor', 'password', squad],
    ['commander', 'pin', ['set-duty', 'name-acting']],
    ['commander', 'password', ['set-duty', 'name-acting', 'see-report', 'credit']],
    ['training', 'pin', ['set-duty']],
    [
      'training',
      'password',
      [
        'set-duty',
        'see-report',
        'see-path',
        'review-watching',
        'exempt',
        'credit',
        'record-paper',
        'import-completions',
      ],
    ],
    ['administrator', 'pin', ['set-duty', 'name-acting']],
    ['administrator', 'password', actions.filter((action) => !notAdministrators.includes(action))],
  ])('%s by %s may %j in the own unit and below, and nowhere else', (role, proof, may) => {
    const actor = anActor(role, 'd1', proof);
    for (const action of actions) {
      const expected = may.includes(action);
      expect([action, isAllowed(actor, action, 'd1', units)]).toEqual([action, expected]);
      expect([action, isAllowed(actor, action, 'd1-day', units)]).toEqual([action, expected]);
      expect([action, isAllowed(actor, action, 'd2', units)]).toEqual([action, false]);
      expect([action, isAllowed(actor, action, 'agency', units)]).toEqual([action, false]);
      expect([action, isAllowedSomewhere(actor, action)]).toEqual([action, expected]);
    }
  });

  test('a unit that does not exist is allowed to nobody', () => {
    expect(isAllowed(anActor('training', 'agency', 'password'), 'see-report', 'nowhere', units)).toBe(false);
  });

  test('a tree that loops by mistake ends all the same', () => {
    const loop = new Map([
      ['a', { id: 'a', parentId: 'b', name: 'A' }],
      ['b', { id: 'b', parentId: 'a', name: 'B' }],
    ]);
    expect(lineage('a', loop)).toEqual(['a', 'b']);
  });

  test('a unit is told by the names above it, of which the agency’s own is known', () => {
    expect(['d1-day', 'd2', 'agency', 'nowhere'].map((id) => unitPath(id, units))).toEqual([
      'District 1 / Day shift',
      'District 2',
      'Agency',
      '',
    ]);
  });

  test('a subtree is the unit and all below it', () => {
    expect(subtree('d1', units)).toEqual(['d1', 'd1-day']);
  });
});
