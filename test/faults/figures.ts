import { appendFileSync } from 'node:fs';
import { inject } from 'vitest';

/** The short form belongs to every `npm test`; the long one is `npm run test:faults`. */
export const isLong = process.env.MUSTER_FAULTS === 'long';

/** What is the same on both is asked of one in the short form. */
export const databases = isLong ? (['sqlite', 'postgres'] as const) : (['sqlite'] as const);

/** What one test found, for the table at the end. */
export type Figure = { what: string; count: string; figure: string };

export function tell(what: string, count: string, figure: string): void {
  const line: Figure = { what, count, figure };
  appendFileSync(inject('figures'), `${JSON.stringify(line)}\n`);
}

/** The middle one and the largest, in whole milliseconds. */
export function spread(milliseconds: readonly number[]): string {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return `median ${at(0.5)} ms, longest ${at(1)} ms`;
}
