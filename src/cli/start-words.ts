import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '#domain/course/closed-lists.ts';

type Words = { [key: string]: string | Words };
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** The words of the terminal, from `locales/{en,es}/terminal.json`, or those that it shares with a screen. */
export function terminalWords(
  home: string,
  language: Language,
  area: 'terminal' | 'roster' | 'lms-import' | 'package' = 'terminal',
): Say {
  const words = JSON.parse(readFileSync(join(home, 'locales', language, `${area}.json`), 'utf8')) as Words;
  return (key, values) => {
    const message = key
      .split('.')
      .reduce<string | Words | undefined>(
        (found, part) => (typeof found === 'object' ? found[part] : undefined),
        words,
      );
    // Ports and process ids are names here, not amounts: as text they get no thousands separator.
    const asText = Object.fromEntries(
      Object.entries(values ?? {}).map(([name, value]) => [name, name === 'count' ? value : String(value)]),
    );
    return String(new IntlMessageFormat(String(message), language).format(asText));
  };
}
