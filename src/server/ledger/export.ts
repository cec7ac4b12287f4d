import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { ChainSource } from './chain-source.ts';

/** First line of an export. It stands for itself: nothing but this file and, if kept elsewhere, the keys is needed. */
const Header = z.strictObject({
  muster: z.literal('export'),
  version: z.literal(1),
  agency: z.string(),
  chain: z.string(),
  at: z.string(),
  payloads: z.boolean(),
  counts: z.strictObject({ keys: z.number(), heads: z.number(), entries: z.number() }),
});
const Entry = z.strictObject({
  seq: z.number(),
  prev: z.string(),
  kind: z.string(),
  at: z.string(),
  payloadDigest: z.string(),
  hash: z.string(),
});
const Payload = z.strictObject({ salt: z.string(), text: z.string() });
/** Keys and heads come before the entries. `payload` is null where it was purged, absent when none were exported. */
const Line = z.union([
  z.strictObject({ entry: Entry, payload: Payload.nullable().optional() }),
  z.strictObject({ head: z.string() }),
  z.strictObject({ key: z.looseObject({ kty: z.string() }) }),
]);

/** Lines of NDJSON, without their line ends. */
export async function* exportLines(
  source: ChainSource,
  { at, payloads }: { at: string; payloads: boolean },
): AsyncGenerator<string> {
  const { agency, chain, keys, heads, expected: entries } = source;
  const counts = { keys: keys.length, heads: heads.length, entries };
  yield JSON.stringify({ muster: 'export', version: 1, agency, chain, at, payloads, counts });
  for (const key of keys) yield JSON.stringify({ key });
  for (const head of heads) yield JSON.stringify({ head });
  for await (const { entry, payload } of source.entries()) {
    yield JSON.stringify(payloads ? { entry, payload: payload ?? null } : { entry });
  }
}

export type NotAnExport = { code: 'verify.notAnExport'; line: number };

/** The chain in an export. A line that is none stops the reading: `broken` then says which. */
export async function chainInExport(
  file: string,
): Promise<Result<{ source: ChainSource; broken(): number | null }, NotAnExport>> {
  let header: z.infer<typeof Header> | undefined;
  let broken: number | null = null;
  const [keys, heads]: [ChainSource['keys'], string[]] = [[], []];
  for await (const { text, at } of linesOf(file)) {
    if (at === 1) header = parsed(Header, text);
    else {
      const line = parsed(Line, text);
      if (!line || 'entry' in line) break;
      if ('key' in line) keys.push(line.key as ChainSource['keys'][number]);
      else heads.push(line.head);
    }
    if (!header) break;
  }
  if (!header) return fail({ code: 'verify.notAnExport', line: 1 });
  const { agency, chain, counts } = header;
  const source: ChainSource = {
    agency,
    chain,
    expected: counts.entries,
    keys,
    heads,
    beside: [{ seq: counts.entries, hash: null, kept: 'inside' }],
    async *entries() {
      for await (const { text, at } of linesOf(file)) {
        if (at <= 1) continue;
        const line = parsed(Line, text);
        if (line && 'entry' in line) yield { entry: line.entry, payload: line.payload };
        else if (!line) {
          broken = at;
          return;
        }
      }
    },
  };
  return succeed({ source, broken: () => broken });
}

async function* linesOf(file: string): AsyncGenerator<{ text: string; at: number }> {
  const stream = createReadStream(file, 'utf8');
  let at = 0;
  for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    at += 1;
    yield { text, at };
  }
}

function parsed<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
