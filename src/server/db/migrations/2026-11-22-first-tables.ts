import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../dialect.ts';

/** Frozen: a later change is a later migration. Text and integers only, as SQLite and PostgreSQL both take them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, { columns, key }] of Object.entries(tables)) {
    let builder = db.schema.createTable(table);
    for (const column of columns) {
      const [name = '', type = 'text'] = column.replace('?', '').split(':');
      builder = builder.addColumn(name, type as 'text' | 'integer' | 'double precision', (definition) =>
        column.startsWith('?') ? definition : definition.notNull(),
      );
    }
    await builder.addPrimaryKeyConstraint(`${table}_key`, key as never).execute();
  }
  await unique(db, 'officer', ['agency_id', 'badge']);
  await unique(db, 'ledger_entry', ['agency_id', 'chain_id', 'hash']);
  await index(db, 'officer', ['agency_id', 'unit_id']);
  await index(db, 'officer_event', ['agency_id', 'officer_id', 'seq']);
  await index(db, 'presence', ['agency_id', 'officer_id']);
  await index(db, 'roll_call', ['agency_id', 'unit_id', 'closed_at']);
  await (isPostgres(db) ? refuseInPostgres(db) : refuseInSqlite(db));
}

async function refuseInSqlite(db: Kysely<unknown>): Promise<void> {
  for (const change of ['UPDATE', 'DELETE']) {
    await sql
      .raw(
        `CREATE TRIGGER ledger_entry_refuses_${change.toLowerCase()} BEFORE ${change} ON ledger_entry
         BEGIN SELECT RAISE(ABORT, 'ledger_entry is never changed'); END`,
      )
      .execute(db);
  }
}

async function refuseInPostgres(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `CREATE FUNCTION ledger_entry_refuses() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'ledger_entry is never changed'; END $$`,
    )
    .execute(db);
  await sql
    .raw(
      `CREATE TRIGGER ledger_entry_refuses BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
       FOR EACH STATEMENT EXECUTE FUNCTION ledger_entry_refuses()`,
    )
    .execute(db);
}

const unique = (db: Kysely<unknown>, table: string, columns: string[]) =>
  db.schema
    .createIndex(`${table}_by_${columns.at(-1)}`)
    .on(table)
    .columns(columns)
    .unique()
    .execute();
const index = (db: Kysely<unknown>, table: string, columns: string[]) =>
  db.schema
    .createIndex(`${table}_in_${columns.slice(1).join('_')}`)
    .on(table)
    .columns(columns)
    .execute();

/** `?` = may be null; `:type` where it is not text. */
const tables: Record<string, { columns: string[]; key: string[] }> = {
  agency: { columns: ['agency_id', 'name', 'demo:integer', 'time_zone'], key: ['agency_id'] },
  unit: { columns: ['agency_id', 'unit_id', '?parent_id', 'name', 'position:integer'], key: ['agency_id', 'unit_id'] },
  officer: {
    columns: ['agency_id', 'officer_id', 'badge', 'name', 'rank', 'unit_id', 'duty'],
    key: ['agency_id', 'officer_id'],
  },
  role_grant: {
    columns: ['agency_id', 'officer_id', 'role', 'unit_id'],
    key: ['agency_id', 'officer_id', 'role', 'unit_id'],
  },
  ledger_entry: {
    columns: ['agency_id', 'chain_id', 'seq:integer', 'prev', 'kind', 'at', 'payload_digest', 'hash'],
    key: ['agency_id', 'chain_id', 'seq'],
  },
  ledger_payload: {
    columns: ['agency_id', 'chain_id', 'seq:integer', 'salt', 'text'],
    key: ['agency_id', 'chain_id', 'seq'],
  },
  receipt: { columns: ['agency_id', 'item_id', 'officer_id', 'digest', 'receipt'], key: ['agency_id', 'item_id'] },
  officer_event: {
    columns: ['agency_id', 'seq:integer', 'officer_id', 'kind', 'at', '?grade'],
    key: ['agency_id', 'seq', 'officer_id'],
  },
  credential: {
    columns: ['agency_id', 'officer_id', 'proof', 'salt', 'hash'],
    key: ['agency_id', 'officer_id', 'proof'],
  },
  session: {
    columns: ['agency_id', 'token_hash', 'officer_id', 'proof', 'opened_at', 'seen_at'],
    key: ['agency_id', 'token_hash'],
  },
  sign_in_try: {
    columns: ['agency_id', 'badge', 'proof', 'wrong_at', '?locked_until'],
    key: ['agency_id', 'badge', 'proof'],
  },
  edition: { columns: ['agency_id', 'edition_hash', 'pack'], key: ['agency_id', 'edition_hash'] },
  assignment: {
    columns: ['agency_id', 'seq:integer', 'edition_hash', 'starts_on', 'adopted_at'],
    key: ['agency_id', 'seq'],
  },
  unit_window: {
    columns: ['agency_id', 'edition_hash', 'unit_id', 'starts_on'],
    key: ['agency_id', 'edition_hash', 'unit_id'],
  },
  training: {
    columns: [
      'agency_id',
      'officer_id',
      'edition_hash',
      '?opened_at',
      '?watching',
      'witnessed',
      '?acknowledged_at',
      'attempt:integer',
      'quiz',
      'standing',
      'watched_share:double precision',
    ],
    key: ['agency_id', 'officer_id', 'edition_hash'],
  },
  quiz_decision: {
    columns: [
      'agency_id',
      'officer_id',
      'edition_hash',
      'attempt:integer',
      'position:integer',
      'scenario_id',
      'run:integer',
      'decision_id',
      'option_id',
      'language',
      'decided_at',
    ],
    key: ['agency_id', 'officer_id', 'edition_hash', 'attempt', 'position'],
  },
  completion: {
    columns: ['agency_id', 'officer_id', 'edition_hash', 'completion_id', 'completed_at', 'grade', 'receipt'],
    key: ['agency_id', 'officer_id', 'edition_hash'],
  },
  roll_call: {
    columns: [
      'agency_id',
      'roll_call_id',
      'edition_hash',
      'unit_id',
      'sergeant_id',
      'opened_at',
      'screening',
      '?closed_at',
    ],
    key: ['agency_id', 'roll_call_id'],
  },
  presence: {
    columns: ['agency_id', 'roll_call_id', 'officer_id', 'present:integer'],
    key: ['agency_id', 'roll_call_id', 'officer_id'],
  },
};
