import { demoPassword, demoPin } from './load.ts';
import { demoRoster, rootUnit, triedSquad } from './roster.ts';

type DemoPerson = {
  officerId: string;
  badge: string;
  name: string;
  unitId: string;
  pin: string;
  password: string;
};

/** Those whom the demo leaves untouched, for people who try it, and who of their squad needs a talk. */
export type Tried = Record<
  'sergeant' | 'officer' | 'needsTalk' | 'commander' | 'training' | 'administrator' | 'captain',
  DemoPerson
>;

export function triedPeople(): Tried {
  const { officers, grants } = demoRoster();
  const squad = officers.filter((officer) => officer.unitId === triedSquad);
  const holder = (role: string, unitId: string, officerUnit: string) => {
    const held = grants.filter((grant) => grant.role === role && grant.unitId === unitId);
    return officers.find(
      (officer) => officer.unitId === officerUnit && held.some((grant) => grant.officerId === officer.id),
    );
  };
  const person = (officer: (typeof officers)[number] | undefined): DemoPerson => {
    if (!officer) throw new Error('The demo roster lacks someone who is to be tried.');
    const { id, badge, name, unitId } = officer;
    return { officerId: id, badge, name, unitId, pin: demoPin, password: demoPassword };
  };
  return {
    sergeant: person(squad[0]),
    officer: person(squad[2]),
    needsTalk: person(squad[5]),
    commander: person(holder('commander', rootUnit, 'patrol')),
    captain: person(holder('commander', 'district-2', 'district-2')),
    training: person(holder('training', rootUnit, 'training')),
    administrator: person(holder('administrator', rootUnit, 'records')),
  };
}
