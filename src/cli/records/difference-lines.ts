import type { TableReport } from '#server/ledger/table-digests.ts';
import type { Say } from '../start-words.ts';

/** Each list with its rows and the SHA-256 of them, before and after; for one that differs the first row that does. */
export function differenceLines(say: Say, tables: readonly TableReport[]): { told: string[]; differing: boolean } {
  const widest = Math.max(...tables.map(({ table }) => table.length));
  const differing = tables.filter(({ first }) => first !== null);
  const told = tables.flatMap(({ table, before, after, first }) => {
    const rows = (digest: typeof before) => `${String(digest.rows).padStart(7)} ${digest.sha256.slice(0, 16)}`;
    const line = `  ${table.padEnd(widest)} ${rows(before)} ${first ? '≠' : '='} ${rows(after)}`;
    if (!first) return [line];
    const none = say('rebuild.noRow');
    return [
      line,
      `    ${say('rebuild.stands', { row: first.stands ?? none })}`,
      `    ${say('rebuild.shouldBe', { row: first.shouldBe ?? none })}`,
    ];
  });
  const end = differing.length === 0 ? say('rebuild.equal') : say('rebuild.differ', { count: differing.length });
  return { told: [say('rebuild.columns'), ...told, end], differing: differing.length > 0 };
}
