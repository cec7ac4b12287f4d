/**
 * The reading thread: opens the records for itself, so that nothing here can write and no list keeps a roll call waiting. One
 * reading at a time, each of one moment: the newest that was committed when it began.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '#domain/shared/result.ts';
import { storageFailure } from '../db/failure.ts';
import type { Db } from '../db/open.ts';
import type { DatabasePlace } from '../db/place.ts';
import { openReadOnly } from '../db/read-only.ts';
import type { Refusal } from '../problem.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import type { Answered, Asked } from './asked.ts';
import { keptEditions } from './kept-editions.ts';
import type { Looking } from './looking.ts';
import { readings } from './readings.ts';

const port = parentPort;
if (!port) throw new Error('This file is run as a thread, by reader.ts.');
const db = await openReadOnly(workerData as DatabasePlace);
const editions = keptEditions();

port.on('message', async (asked: Asked | null) => {
  if (!asked) {
    await db.destroy();
    port.close();
    return;
  }
  const { number } = asked;
  try {
    const result = await read(db, asked);
    port.postMessage({ number, result } satisfies Answered, result.ok ? [result.value.buffer] : []);
  } catch (error) {
    port.postMessage({ number, thrown: told(error) } satisfies Answered);
  }
});

type AnyReading = (at: Looking, visitor: Visitor, given: unknown) => Promise<Result<unknown, Refusal>>;

async function read(from: Db, { name, visitor, given, now }: Asked): Promise<Result<Uint8Array<ArrayBuffer>, Refusal>> {
  const reading = readings[name] as AnyReading;
  const result = await from
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const asking = { tx, agencyId: visitor.agencyId };
      await editions.catchUp(asking);
      return reading({ ...asking, editions, now: () => now }, visitor, given);
    });
  if (!result.ok) return result;
  const { value } = result;
  return { ok: true, value: new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)) };
}

function told(error: unknown) {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { name, message, stack, failure: storageFailure(error) };
}
