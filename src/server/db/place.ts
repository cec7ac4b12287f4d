import { fail, type Result, succeed } from '#domain/shared/result.ts';

type Folders = {
  dataFolder: string;
  /** Where a backup is put before a migration, if not into the data folder. */
  backupFolder?: string;
};

/**
 * Where the records are: one file in the data folder, or a PostgreSQL database. The data folder holds keys and, unless said
 * otherwise, backups either way.
 */
export type DatabasePlace = ({ kind: 'sqlite' } & Folders) | ({ kind: 'postgres'; address: string } & Folders);

export type BadAddress = { code: 'start.badDatabaseAddress' };

/** @param address `postgres://user:password@host:port/database`, or nothing for the file */
export function placeOf(
  dataFolder: string,
  address: string | null,
  backupFolder: string | null = null,
): Result<DatabasePlace, BadAddress> {
  // Turned off, the daily ones are: going back from a migration still needs its backup.
  const folders = { dataFolder, ...(backupFolder !== null && { backupFolder }) };
  if (address === null) return succeed({ kind: 'sqlite', ...folders });
  const url = URL.canParse(address) ? new URL(address) : null;
  const isPostgres = url?.protocol === 'postgres:' || url?.protocol === 'postgresql:';
  if (!isPostgres || url.pathname.length < 2) return fail({ code: 'start.badDatabaseAddress' });
  return succeed({ kind: 'postgres', address, ...folders });
}

/** Host, port and database, for people and logs: never the user or the password. */
export function shownAddress(address: string): string {
  const { host, pathname, searchParams } = new URL(address);
  return `${host || (searchParams.get('host') ?? '')}${pathname}`;
}
