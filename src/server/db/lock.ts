import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fail, type Result, succeed } from '#domain/shared/result.ts';

export type Locked = { code: 'start.alreadyRunning'; process: string };

/**
 * Holds the data folder for this process. The lock is the operating system's, on a file beside the database: it dies with
 * the process, so no age rule can rob a living holder, and tools may still read the main file.
 */
export function lockDataFolder(dataFolder: string): Result<{ release(): void }, Locked> {
  const processFile = join(dataFolder, 'lock.pid');
  const lock = new DatabaseSync(join(dataFolder, 'lock.db'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    return fail({ code: 'start.alreadyRunning', process: readOr(processFile, '?') });
  }
  writeFileSync(processFile, `${process.pid}\n`);
  return succeed({ release: () => lock.close() });
}

/** SQLITE_BUSY (5): another connection holds the file. */
const isBusy = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === 5;

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return otherwise;
  }
}
