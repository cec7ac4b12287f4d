import { changesNothing, fields, type Plan } from '#domain/roster/import.ts';
import type { Prepared } from '#server/roster/import-prepare.ts';
import type { Say } from '../start-words.ts';

/** Of each kind; the screen and the sheet of failed rows have all of them. */
const shown = 20;

/** Names are somebody's own text: isolated, so that right-to-left signs in them do not turn the line around. */
const isolated = (name: string) => `\u2068${name}\u2069`;

/** The columns as they were understood, and all that the file would change. */
export function planLines(say: Say, { sheet, mapping, mappingFault, plan, rights }: Prepared): string[] {
  const columns = fields
    .filter((field) => mapping[field].length > 0)
    .map((field) => say('cli.columns', { field: say(`field.${field}`), columns: mapping[field].join(' + ') }));
  if (!plan) {
    const has = say('cli.header', { columns: sheet.header.join(', ') });
    return [...columns, has, ...(mappingFault ? [say(`mapping.${mappingFault}`)] : [])];
  }
  return [
    ...columns,
    '',
    ...(changesNothing(plan) ? [say('cli.nothing')] : changeLines(say, plan, rights)),
    ...openLines(say, plan),
  ];
}

function changeLines(say: Say, plan: Plan, rights: Prepared['rights']): string[] {
  const person = ({ name, badge }: { name: string; badge: string }) =>
    say('cli.person', { name: isolated(name), badge: isolated(badge) });
  const unit = (path: readonly string[]) => path.map(isolated).join(' / ') || '/';
  const change = (of: { name: string; badge: string }, field: string, from: string, to: string) =>
    say('cli.change', { who: person(of), field: say(`field.${field}`), from: isolated(from), to: isolated(to) });
  return [
    ...group(say, 'units', plan.units, ({ path }) => unit(path)),
    ...group(say, 'added', plan.added, (of) => `${person(of)}, ${unit(of.unit.path)}`),
    ...group(say, 'changed', plan.changed, (of) => change(of, of.field, of.from, of.to)),
    ...group(say, 'moved', plan.moved, (of) => change(of, 'unit', unit(of.from.path), unit(of.to.path))),
    ...group(say, 'returned', plan.returned, person),
    ...group(say, 'deactivated', plan.deactivated, person),
    ...group(say, 'kept', plan.kept, person),
    ...group(say, 'rights', rights, (of) =>
      say(of.ends ? 'cli.rightEnds' : 'cli.rightStays', {
        who: person(of),
        role: say(`role.${of.role}`),
        unit: isolated(of.unit),
      }),
    ),
    say('cli.unchanged', { count: plan.unchanged }),
  ];
}

/** What stays undone: rows that cannot be used, and questions. */
function openLines(say: Say, { failed, questions }: Plan): string[] {
  const known = (candidates: Plan['questions'][number]['candidates']) =>
    candidates
      .map(({ name, badge }) => say('cli.person', { name: isolated(name), badge: isolated(badge) }))
      .join(' | ');
  return [
    ...group(say, 'failed', failed, ({ row, faults }) =>
      say('cli.failedRow', { row, faults: faults.map((fault) => faultWords(say, fault)).join('; ') }),
    ),
    ...group(say, 'questions', questions, ({ row, name, badge, candidates }) =>
      say('cli.question', { row, name: isolated(name), badge: isolated(badge), known: known(candidates) }),
    ),
  ];
}

function faultWords(say: Say, { reason, column, found }: Plan['failed'][number]['faults'][number]): string {
  const words = say(`fault.${reason}`, { found: isolated(found) });
  return column === null ? words : `${column}: ${words}`;
}

function group<T>(say: Say, key: string, all: readonly T[], line: (each: T) => string): string[] {
  if (all.length === 0) return [];
  const more = all.length > shown ? [`  ${say('cli.more', { count: all.length - shown })}`] : [];
  return [say(`cli.${key}`, { count: all.length }), ...all.slice(0, shown).map((each) => `  ${line(each)}`), ...more];
}
