import { fail, type Result, succeed } from '#domain/shared/result.ts';

/**
 * Where the records are: one file in the data folder, or a PostgreSQL database. The data folder holds keys and backups
 * either way.
 */
export type DatabasePlace =
  | { kind: 'sqlite'; dataFolder: string }
  | { kind: 'postgres'; address: string; dataFolder: string };

export type BadAddress = { code: 'start.badDatabaseAddress' };

/** @param address `postgres://user:password@host:port/database`, or nothing for the file */
export function placeOf(dataFolder: string, address: string | null): Result<DatabasePlace, BadAddress> {
  if (address === null) return succeed({ kind: 'sqlite', dataFolder });
  const url = URL.canParse(address) ? new URL(address) : null;
  const isPostgres = url?.protocol === 'postgres:' || url?.protocol === 'postgresql:';
  if (!isPostgres || url.pathname.length < 2) return fail({ code: 'start.badDatabaseAddress' });
  return succeed({ kind: 'postgres', address, dataFolder });
}

/** Host, port and database, for people and logs: never the user or the password. */
export function shownAddress(address: string): string {
  const { host, pathname, searchParams } = new URL(address);
  return `${host || (searchParams.get('host') ?? '')}${pathname}`;
}
