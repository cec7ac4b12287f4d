/** Why a database could not do what was asked, when it is not the asking that is at fault. */
export type StorageFailure = 'full' | 'away' | 'busy';

/** SQLITE_BUSY, SQLITE_LOCKED, SQLITE_FULL; an extended code keeps the plain one in its low byte. */
const sqliteCodes = new Map<number, StorageFailure>([
  [5, 'busy'],
  [6, 'busy'],
  [13, 'full'],
]);

/** PostgreSQL's own codes (appendix A of its manual) and those of the network on the way to it. */
const namedCodes = new Map<string, StorageFailure>([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['53100', 'full'],
  ['53300', 'busy'],
  ['55P03', 'busy'],
  ['57014', 'busy'],
  ['40001', 'busy'],
  ['40P01', 'busy'],
  ...['57P01', '57P02', '57P03', '57P05', '25P03'].map((code) => [code, 'away'] as const),
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND'].map(
    (code) => [code, 'away'] as const,
  ),
]);

/** What the driver says in words alone when a connection is lost or does not come about. */
const awayWords =
  /connection terminated|connection timeout|timeout exceeded when trying to connect|query read timeout|connection has been discarded|not queryable|connection error/i;

/** Thrown where we ourselves gave up waiting. */
export class DatabaseBusy extends Error {
  override name = 'DatabaseBusy';
}

/** A failure that another thread met; its error loses class and codes on the way here. */
export class StorageFailed extends Error {
  override name = 'StorageFailed';
  readonly failure: StorageFailure;

  constructor(failure: StorageFailure, message: string) {
    super(message);
    this.failure = failure;
  }
}

/** @returns null for an error that is no failure of storage */
export function storageFailure(error: unknown): StorageFailure | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof DatabaseBusy) return 'busy';
  if (error instanceof StorageFailed) return error.failure;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  if (code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number') return sqliteCodes.get(errcode & 0xff) ?? null;
  const named = typeof code === 'string' ? namedCodes.get(code) : undefined;
  if (named) return named;
  // Class 08: exceptions of the connection.
  if (typeof code === 'string' && code.startsWith('08')) return 'away';
  if (awayWords.test(error.message)) return 'away';
  if (error instanceof AggregateError) return error.errors.map(storageFailure).find(Boolean) ?? null;
  return error.cause === undefined ? null : storageFailure(error.cause);
}

/** Refused sign-in, unknown database, no right to make tables there: PostgreSQL's own words, which hold no password. */
const refusedCodes = /^(28...|3D000|42501)$/;

/** Why a PostgreSQL database cannot be opened, in the driver's words; null for an error of another kind. */
export function whyUnusable(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = (error as { code?: unknown }).code;
  const isRefused = typeof code === 'string' && refusedCodes.test(code);
  if (!isRefused && storageFailure(error) === null) return null;
  return error.message || String(code ?? error.name);
}
