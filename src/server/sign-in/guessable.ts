import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** The file that the thread runs, by its path as everywhere. */
const judge = join(import.meta.dirname, 'guessable-worker.ts');

/**
 * Is it on the lists of common passwords, names and words, or made of keyboard runs, dates and repeats? Offline. The lists take
 * a hundred megabytes and are needed when somebody chooses a password: a thread of its own has them for that moment.
 */
export async function isGuessable(password: string): Promise<boolean> {
  const worker = new Worker(judge, { workerData: password });
  const [answer] = (await once(worker, 'message')) as [boolean];
  void worker.terminate();
  return answer;
}
