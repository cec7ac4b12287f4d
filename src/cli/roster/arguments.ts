import { type Answer, type Field, fields, type Mapping, type Plan } from '#domain/roster/import.ts';
import { readArguments } from '../records/command.ts';

export type Typed = {
  file: string;
  mapping: Mapping | null;
  whole: boolean;
  apply: boolean;
  same: readonly string[];
  another: readonly string[];
  failed: string | undefined;
  data: string | undefined;
};

/** @returns null when what was typed is not understood */
export function readTyped(): Typed | null {
  const given = readArguments({
    map: { type: 'string', multiple: true, default: [] },
    same: { type: 'string', multiple: true, default: [] },
    another: { type: 'string', multiple: true, default: [] },
    whole: { type: 'boolean', default: false },
    apply: { type: 'boolean', default: false },
    failed: { type: 'string' },
    data: { type: 'string' },
  });
  const [verb, file, ...more] = given?.positionals ?? [];
  if (!given || verb !== 'import' || file === undefined || more.length > 0) return null;
  const { map, ...rest } = given.values;
  const mapping = mappingOf(map);
  return mapping === 'unknown' ? null : { file, mapping, ...rest, failed: rest.failed, data: rest.data };
}

/** `badge=Placa,name=Nombre,name=Apellidos`, or each in a `--map` of its own where a column has a comma in its name. */
function mappingOf(typed: readonly string[]): Mapping | null | 'unknown' {
  const pairs = typed.flatMap((each) => each.split(/,(?=(?:badge|name|rank|unit|duty|personId)=)/));
  const mapping: Record<Field, string[]> = { badge: [], name: [], rank: [], unit: [], duty: [], personId: [] };
  for (const pair of pairs) {
    const [word = '', ...column] = pair.split('=');
    const field = fields.find((each) => each === word.trim());
    if (!field || column.length === 0) return 'unknown';
    mapping[field].push(column.join('=').trim());
  }
  return pairs.length === 0 ? null : mapping;
}

/** `--same 102` is the one person asked about; `--same 102=0101` one of several, by the badge that they wear now. */
export function answersTo(questions: Plan['questions'], { same, another }: Typed): Answer[] {
  return questions.flatMap(({ badge, candidates }): Answer[] => {
    if (another.includes(badge)) return [{ badge, officerId: null }];
    const chosen = same.find((each) => each === badge || each.startsWith(`${badge}=`));
    if (chosen === undefined) return [];
    const now = chosen === badge ? null : chosen.slice(badge.length + 1);
    const [one, ...others] = candidates.filter((each) => now === null || each.badge === now);
    return one && others.length === 0 ? [{ badge, officerId: one.officerId }] : [];
  });
}
