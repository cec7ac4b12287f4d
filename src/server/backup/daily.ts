import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { DatabasePlace } from '../db/place.ts';

export type DailyChoice = {
  /** Where they lie; null where the agency backs up in another way. */
  folder: string | null;
  /** How many are kept: the oldest goes when another one is written. */
  kept: number;
};

export const noBackups: DailyChoice = { folder: null, kept: 1 };

const hour = 3_600_000;
const ofDay = /^daily-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2})Z\.ndjson\.gz$/;

/** Looks every hour whether a day went by since the last backup, and writes one beside the writing. @returns ends it */
export function backUpDaily(
  place: DatabasePlace,
  choice: DailyChoice,
  { now, log }: { now: () => number; log: Pick<Logger, 'error' | 'info'> },
): () => void {
  const look = () =>
    void backUpIfDayPassed(place, choice, now()).then(
      (file) => file && log.info({ file }, 'backed up'),
      (error: Error) => log.error({ name: error.name, stack: error.stack }, 'no backup'),
    );
  const timer = setInterval(look, hour);
  timer.unref();
  look();
  return () => clearInterval(timer);
}

/** @returns the file that was written, or null when there is nothing to do */
export async function backUpIfDayPassed(
  place: DatabasePlace,
  { folder, kept }: DailyChoice,
  now: number,
): Promise<string | null> {
  const last = lastBackup(folder);
  if (folder === null || (last !== null && now - Date.parse(last) < 24 * hour)) return null;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const at = new Date(now).toISOString();
  const file = join(folder, `daily-${at.slice(0, 19).replaceAll(':', '-')}Z.ndjson.gz`);
  // Reading everything takes its time: not in the thread that everybody's evidence goes through.
  const worker = new Worker(join(import.meta.dirname, 'daily-worker.ts'), { workerData: { place, file, at } });
  const [isWritten] = (await once(worker, 'message')) as [boolean];
  await worker.terminate();
  for (const name of dailyIn(folder).slice(0, -kept)) rmSync(join(folder, name));
  return isWritten ? file : null;
}

/** The oldest first; other files in the folder are nobody's business here. */
const dailyIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => ofDay.test(name))
    .sort();

/** When the last daily backup was made, ISO 8601 UTC, by its name; null where there is none. */
export function lastBackup(folder: string | null): string | null {
  if (folder === null) return null;
  try {
    const [, at] = ofDay.exec(dailyIn(folder).at(-1) ?? '') ?? [];
    return at ? `${at.slice(0, 10)}T${at.slice(11).replaceAll('-', ':')}Z` : null;
  } catch {
    return null;
  }
}
