import { randomUUID } from 'node:crypto';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';

/** Written this many at a time; more save nothing. */
const linesAtOnce = 200;

/** Writes the lines to a file that only its owner may read. It gets its name when it is whole and on disk, or not at all. */
export async function writeWholeFile(
  file: string,
  lines: AsyncIterable<string>,
  { gzip }: { gzip: boolean },
): Promise<void> {
  const beside = `${file}.${randomUUID()}.part`;
  try {
    await pipeline(
      Readable.from(inParts(lines)),
      gzip ? createGzip({ level: constants.Z_BEST_SPEED }) : new PassThrough(),
      createWriteStream(beside, { mode: 0o600, flush: true }),
    );
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

async function* inParts(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let part: string[] = [];
  for await (const line of lines) {
    part.push(line);
    if (part.length < linesAtOnce) continue;
    yield `${part.join('\n')}\n`;
    part = [];
  }
  if (part.length > 0) yield `${part.join('\n')}\n`;
}
