import type { DutyStatus, Grant, Officer, Unit } from '#domain/roster/roster.ts';
import type { Payloads } from '../ledger/kinds.ts';
import { nameOf } from './names.ts';

export const rootUnit = 'county-police';
export const triedSquad = 'district-1-day-a';
export const lateSquad = 'district-1-day-b';

const districts = 8;
const squadSize = 8;

/** Of these places in the whole roster, nobody is on duty. */
const away: Record<number, DutyStatus> = { 30: 'leave', 47: 'military', 66: 'academy', 85: 'detail', 104: 'leave' };

/** The demo agency: bureaus, eight districts, shifts, squads; every squad has its sergeant first. */
export function demoRoster(): Payloads['roster.loaded'] {
  const units: Unit[] = [];
  const officers: Officer[] = [];
  const grants: (Grant & { officerId: string })[] = [];

  const unit = (id: string, parentId: string | null, name: string) => {
    units.push({ id, parentId, name });
    return id;
  };
  const person = (unitId: string, rank: string, ...held: Grant[]) => {
    const index = officers.length;
    const id = `officer-${String(index + 1).padStart(3, '0')}`;
    const duty = away[index] ?? 'on-duty';
    officers.push({ id, badge: String(1001 + index), name: nameOf(index), rank, unitId, duty });
    for (const grant of [{ role: 'officer', unitId } as const, ...held]) grants.push({ officerId: id, ...grant });
  };
  const squad = (id: string, parentId: string, name: string) => {
    unit(id, parentId, name);
    person(id, 'Sergeant', { role: 'supervisor', unitId: id });
    for (let member = 1; member < squadSize; member += 1) person(id, member === 1 ? 'Corporal' : 'Officer');
  };

  unit(rootUnit, null, 'Demo County Police');
  person(rootUnit, 'Chief', { role: 'commander', unitId: rootUnit });
  unit('administration', rootUnit, 'Administration Bureau');
  unit('training', 'administration', 'Training Unit');
  person('training', 'Lieutenant', { role: 'training', unitId: rootUnit });
  person('training', 'Corporal', { role: 'training', unitId: rootUnit });
  unit('records', 'administration', 'Records and Systems');
  person('records', 'Administrator', { role: 'administrator', unitId: rootUnit });
  unit('investigations', rootUnit, 'Investigations Bureau');
  person('investigations', 'Major', { role: 'commander', unitId: 'investigations' });
  for (const [id, name] of [
    ['property', 'Property Crimes'],
    ['persons', 'Crimes Against Persons'],
  ] as const) {
    squad(`investigations-${id}`, 'investigations', name);
  }
  unit('patrol', rootUnit, 'Patrol Bureau');
  person('patrol', 'Deputy Chief', { role: 'commander', unitId: rootUnit });
  for (let number = 1; number <= districts; number += 1) {
    const district = unit(`district-${number}`, 'patrol', `District ${number}`);
    person(district, 'Captain', { role: 'commander', unitId: district });
    const day = unit(`${district}-day`, district, 'Day Shift');
    squad(`${day}-a`, day, 'Squad A');
    if (number === 1) squad(`${day}-b`, day, 'Squad B');
    const night = unit(`${district}-night`, district, 'Night Shift');
    squad(`${night}-a`, night, 'Squad A');
  }
  return { units, officers, grants };
}
