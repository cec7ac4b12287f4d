import { type Field, fields, type Mapping } from './import.ts';

/** Header words as agencies write them, without accents, case and signs. Levels of a unit stand from the top down. */
const words: Record<Exclude<Field, 'name' | 'unit'>, RegExp> = {
  badge:
    /^((badge|shield|star|placa|credencial)( (no|num|number|id|numero))?|(no|num|numero)( de)? (placa|credencial))$/,
  rank: /^(rank|title|job title|rango|grado|cargo|jerarquia|puesto)$/,
  duty: /^((duty )?status|duty|estado|estatus|situacion|(estado|situacion) (de servicio|laboral))$/,
  personId:
    /^((person|employee|emp|personnel|hr|staff)( (id|no|num|number))|(id|no|num|numero)( de)? (empleado|persona|personal)|legajo|expediente|empid)$/,
};
const nameParts = {
  whole:
    /^((full |officer |employee |member )?name|officer|nombre (completo|y apellidos?)|apellidos? y nombres?|agente)$/,
  first: /^(first( name)?|given names?|nombres?|primer nombre)$/,
  middle: /^(middle( name| initial)?|mi|segundo nombre)$/,
  last: /^(last( name)?|surname|family name|apellidos?|(primer|segundo) apellido|apellido (paterno|materno))$/,
};
const levels = [
  /^(bureau|direccion|oficina)$/,
  /^(division|departamento|department)$/,
  /^(district|precinct|station|zone|distrito|precinto|comisaria|zona)( (name|no|number|nombre|numero))?$/,
  /^(section|seccion)$/,
  /^(shift|watch|platoon|turno|guardia|peloton)$/,
  /^(squad|team|escuadra|equipo|brigada)( (name|nombre))?$/,
];
const unitPath =
  /^(unit|unit path|unit name|assignment|org(anization)? unit|unidad|asignacion|destino|ruta de la unidad)$/;

const plain = (header: string) =>
  header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** A first guess from the words of the header, in English and Spanish; what it cannot tell stays empty. */
export function guessMapping(header: readonly string[]): Mapping {
  const like = (pattern: RegExp) => header.filter((column) => pattern.test(plain(column)));
  const first = (pattern: RegExp) => like(pattern).slice(0, 1);
  const whole = first(nameParts.whole);
  const parts = [first(nameParts.first), first(nameParts.middle), like(nameParts.last).slice(0, 2)].flat();
  const byLevel = levels.flatMap(first);
  return {
    badge: first(words.badge),
    name: whole.length > 0 ? whole : parts,
    rank: first(words.rank),
    unit: byLevel.length > 0 ? byLevel : first(unitPath),
    duty: first(words.duty),
    personId: first(words.personId),
  };
}

export type MappingFault = 'badge-not-mapped' | 'name-not-mapped' | 'no-such-column' | 'column-twice';

/** @returns what keeps a mapping from being used with this header, or null */
export function faultOf(mapping: Mapping, header: readonly string[]): MappingFault | null {
  const used = fields.flatMap((field) => mapping[field]);
  if (used.some((column) => !header.includes(column))) return 'no-such-column';
  if (new Set(used).size < used.length) return 'column-twice';
  if (mapping.badge.length !== 1) return 'badge-not-mapped';
  return mapping.name.length === 0 ? 'name-not-mapped' : null;
}
