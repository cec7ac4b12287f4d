import { join, resolve } from 'node:path';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { type Config, readConfig } from '#server/config.ts';
import { OtherTables } from '#server/db/as-it-stands.ts';
import { storageFailure } from '#server/db/failure.ts';
import { type DatabasePlace, placeOf, shownAddress } from '#server/db/place.ts';
import { type Say, terminalWords } from '../start-words.ts';

/** 0: done, nothing wrong; 1: something is wrong with the records; 2: it could not be done. */
export type ExitCode = 0 | 1 | 2;
export type Command = {
  say: Say;
  config: Config;
  /** Where the records are; `--data` comes before MUSTER_DATA and DATABASE_URL. */
  place(dataFolder?: string): DatabasePlace | null;
  /** Says it on the error channel. @returns 2 */
  refuse(...lines: string[]): 2;
};

const home = resolve(import.meta.dirname, '../../..');

/** What every command on the records has in common. What disk or database refuse is said in one sentence too. */
export async function runCommand(command: (given: Command) => Promise<ExitCode>): Promise<void> {
  const config = readConfig(process.env, home);
  const say = terminalWords(home, config.language);
  const refuse = (...lines: string[]): 2 => {
    console.error(lines.join('\n'));
    return 2;
  };
  const place = (dataFolder?: string) => {
    const found = dataFolder
      ? placeOf(resolve(dataFolder), null)
      : placeOf(config.dataFolder, config.databaseAddress, config.backupFolder);
    return found.ok ? found.value : null;
  };
  process.exitCode = await command({ say, config, place, refuse }).catch((error: NodeJS.ErrnoException) => {
    if (config.databaseAddress && storageFailure(error) === 'away') {
      const address = shownAddress(config.databaseAddress);
      return refuse(say('start.databaseAway', { address, reason: error.code ?? error.message }));
    }
    if (error instanceof OtherTables) return refuse(say('records.otherTables'));
    // Without a code it is no fault of disk or database but a bug, and whoever mends it needs its place.
    if (error.code === undefined) console.error(error);
    return refuse(say('records.failed', { reason: error.code ?? error.message }));
  });
}

/** Options and files as typed; null when one is unknown. */
export function readArguments<T extends ParseArgsOptionsConfig>(options: T) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch {
    return null;
  }
}

/** For people: where the records are, without user and password. */
export const shownPlace = (place: DatabasePlace): string =>
  place.kind === 'sqlite' ? join(place.dataFolder, 'muster.db') : shownAddress(place.address);

/** One line that is written over while work goes on, on a terminal only. */
export function showProgress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${line}\u001b[K`);
}

export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}
