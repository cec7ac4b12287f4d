import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import * as z from 'zod';
import { fail, type Result, succeed } from '#domain/shared/result.ts';

/**
 * A backup is gzipped NDJSON that neither database is needed to read: the header, then for each table one line that names
 * it and its columns and a line of values for each row, then counts, head and the SHA-256 of every line before.
 */
export const Header = z.strictObject({
  muster: z.literal('backup'),
  version: z.literal(1),
  at: z.string(),
  /** The last migration that the tables had. */
  migration: z.string(),
});
export const TableLine = z.strictObject({ table: z.string(), columns: z.array(z.string()).min(1) });
export const End = z.strictObject({
  end: z.strictObject({
    counts: z.record(z.string(), z.number()),
    head: z.strictObject({ seq: z.number(), hash: z.string() }).nullable(),
    sha256: z.string(),
  }),
});
export type Header = z.infer<typeof Header>;
export type TableLine = z.infer<typeof TableLine>;
export type Totals = z.infer<typeof End>['end'];

/** What a row holds; the columns are named once for each table. */
export type Values = (string | number | null)[];

export type Broken = { code: 'restore.notABackup' | 'restore.damaged' };

/** Lines as they were written; throws when the compressed file is cut off or damaged. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const unpacked = pipeline(createReadStream(file), createGunzip(), () => undefined);
  yield* createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY });
}

/** Reads the whole file once and believes it only if its counts and its SHA-256 are what its last line says. */
export async function checkBackup(file: string): Promise<Result<{ header: Header; totals: Totals }, Broken>> {
  const sum = createHash('sha256');
  const counts: Record<string, number> = {};
  let header: Header | undefined;
  let totals: Totals | undefined;
  let table = '';
  try {
    for await (const line of linesOf(file)) {
      if (!header) {
        header = Header.safeParse(JSON.parse(line)).data;
        if (!header) return fail({ code: 'restore.notABackup' });
      } else if (totals) return fail({ code: 'restore.damaged' });
      else if (line.startsWith('{"end"')) {
        totals = End.parse(JSON.parse(line)).end;
        continue;
      } else if (line.startsWith('{')) {
        ({ table } = TableLine.parse(JSON.parse(line)));
        counts[table] = 0;
      } else counts[table] = (counts[table] ?? 0) + 1;
      sum.update(`${line}\n`);
    }
  } catch {
    return fail({ code: header ? 'restore.damaged' : 'restore.notABackup' });
  }
  const same = totals && JSON.stringify(totals.counts) === JSON.stringify(counts);
  if (!header || !totals || !same || totals.sha256 !== sum.digest('hex')) {
    return fail({ code: header ? 'restore.damaged' : 'restore.notABackup' });
  }
  return succeed({ header, totals });
}
