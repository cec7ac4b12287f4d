import { type Kysely, PostgresAdapter } from 'kysely';

/** Which of the two a database is, for the few statements that differ. */
export const isPostgres = (db: Pick<Kysely<unknown>, 'getExecutor'>): boolean =>
  db.getExecutor().adapter instanceof PostgresAdapter;
