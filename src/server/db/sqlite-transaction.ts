import type { DatabaseSync } from 'node:sqlite';

/** Runs one statement of the connection. @throws what the database says, or what it said when it undid the transaction */
export type RunStatement = <T>(sql: string, run: () => T) => T;

const isBeginning = /^\s*begin\b/i;
const isCommitting = /^\s*commit\b/i;
export const isUndoing = /^\s*rollback\s*$/i;

/**
 * A full disk undoes the whole transaction by itself (SQLite, "Response To Errors Within A Transaction"). What is asked after
 * that would be committed at once and alone: a receipt without its entry. It is refused until the transaction is ended.
 */
export function followTransaction(database: DatabaseSync): RunStatement {
  let isBegun = false;
  let lastError: unknown = new Error('The transaction was undone.');
  return (sql, run) => {
    if (isUndoing.test(sql)) isBegun = false;
    if (isBegun && !database.isTransaction) throw lastError;
    try {
      const done = run();
      if (isBeginning.test(sql)) isBegun = true;
      if (isCommitting.test(sql)) isBegun = false;
      return done;
    } catch (error) {
      lastError = error;
      throw error;
    }
  };
}
