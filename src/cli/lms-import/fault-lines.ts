import type { Say } from '../start-words.ts';
import type { LookFault } from './look.ts';
import { shown } from './shown.ts';

/** What keeps the file from being read, in one sentence; and its headings where the sentence is about them. */
export function faultLines(words: Say, fault: LookFault): string[] {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(fault)) {
    if (typeof value === 'string') values[name] = shown(value);
    if (typeof value === 'number') values[name] = value;
  }
  const field = 'field' in fault ? { field: words(`field.${fault.field}`) } : {};
  const said = words(fault.code, { ...values, ...field });
  const header = 'header' in fault ? fault.header.filter((heading) => heading.trim() !== '') : [];
  return header.length > 0 ? [said, words('cli.header', { columns: header.map(shown).join(', ') })] : [said];
}
