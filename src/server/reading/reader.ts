import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import { fail, type Result } from '#domain/shared/result.ts';
import { StorageFailed } from '../db/failure.ts';
import type { DatabasePlace } from '../db/place.ts';
import type { Refusal } from '../problem.ts';
import type { Visitor } from '../sign-in/visitor.ts';
import type { Answered, Asked, Given, ReadingName, Told, Written } from './asked.ts';

/** Whoever asks for much: it is read in a thread of its own, which is started by the first reading. */
export type Reader = {
  /** Refuses with 503 `reading.not-now` what takes too long, and what was being read when the thread was lost. */
  read<Name extends ReadingName>(
    name: Name,
    visitor: Visitor,
    ...given: undefined extends Given<Name> ? [] : [Given<Name>]
  ): Promise<Result<Written<Told<Name>>, Refusal>>;
  close(): Promise<void>;
};

export type ReaderChoice = {
  log?: Logger | undefined;
  /** How long a reading may wait for its turn, and then how long it may take. */
  patienceMilliseconds?: number;
  /** Beyond it the thread is ended and another begun. */
  mostMegabytes?: number;
};

type Answer = Result<Uint8Array<ArrayBuffer>, Refusal>;
type Waiting = PromiseWithResolvers<Answer> & { asked: Asked; patience: NodeJS.Timeout };

const notNow: Refusal = { code: 'reading.not-now', status: 503 };
const endsWithinMilliseconds = 2_000;

export function openReader(
  place: DatabasePlace,
  now: () => number,
  { log, patienceMilliseconds = 60_000, mostMegabytes = 48 }: ReaderChoice = {},
): Reader {
  let thread: Worker | null = null;
  let current: Waiting | null = null;
  let waiting: Waiting[] = [];
  let count = 0;
  let isClosed = false;

  /** One at a time: what waits is not lost when the thread is. */
  const next = () => {
    if (current) return;
    current = waiting.shift() ?? null;
    if (!current) return;
    current.patience.refresh();
    thread ??= start();
    thread.postMessage(current.asked);
  };
  const done = () => {
    const was = current;
    if (was) clearTimeout(was.patience);
    current = null;
    return was;
  };
  const start = () => {
    const worker = new Worker(join(import.meta.dirname, 'worker.ts'), {
      name: 'reading',
      workerData: place,
      // What the main thread was started with is not for this one.
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: 8 },
    });
    worker.on('message', (answered: Answered) => {
      if (answered.number !== current?.asked.number) return;
      const was = done();
      if ('result' in answered) was?.resolve(answered.result);
      else was?.reject(brought(answered.thrown));
      next();
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      log?.error({ name: error.name, code: error.code, stack: error.stack }, 'reading thread failed');
    });
    worker.on('exit', () => {
      if (worker !== thread) return;
      thread = null;
      done()?.resolve(fail(notNow));
      next();
    });
    return worker;
  };
  /** Nothing else ends what a thread is busy with. */
  const leave = () => {
    const worker = thread;
    thread = null;
    return worker?.terminate();
  };
  const giveUp = (each: Waiting) => {
    log?.error({ reading: each.asked.name }, 'reading took too long');
    if (each === current) {
      done();
      void leave();
    }
    waiting = waiting.filter((other) => other !== each);
    each.resolve(fail(notNow));
    next();
  };

  return {
    async read<Name extends ReadingName>(name: Name, visitor: Visitor, ...given: [Given<Name>?]) {
      if (isClosed) return fail(notNow);
      count += 1;
      const asked: Asked = { number: count, name, visitor, given: given[0], now: now() };
      const patience = setTimeout(() => giveUp(each), patienceMilliseconds);
      const each: Waiting = { ...Promise.withResolvers<Answer>(), asked, patience };
      waiting.push(each);
      next();
      return each.promise as Promise<Result<Written<Told<Name>>, Refusal>>;
    },
    async close() {
      isClosed = true;
      for (const each of waiting.splice(0)) {
        clearTimeout(each.patience);
        each.resolve(fail(notNow));
      }
      const isBusy = current !== null;
      done()?.resolve(fail(notNow));
      const worker = thread;
      if (!worker || isBusy) return void (await leave());
      // It shuts its own connection; a server that is gone must not keep it from ending.
      const gone = new Promise((resolve) => worker.once('exit', resolve));
      worker.postMessage(null);
      const patience = setTimeout(leave, endsWithinMilliseconds);
      await gone;
      clearTimeout(patience);
    },
  };
}

function brought({ name, message, stack, failure }: Extract<Answered, { thrown: object }>['thrown']): Error {
  const error = failure ? new StorageFailed(failure, message) : Object.assign(new Error(message), { name });
  error.stack = stack;
  return error;
}
