/**
 * A process that brings a database up to date and stops for good after so many statements of its migrations, with the
 * transaction open: `node halfway.ts STATEMENTS`. It says `halfway` there, or at the end how many there were.
 */
import type { Kysely, KyselyPlugin } from 'kysely';
import type { Migration } from 'kysely/migration';
import { connect } from '#server/db/as-it-stands.ts';
import { migrate } from '#server/db/migrate.ts';
import { migrations } from '#server/db/migrations.ts';
import { placeOf } from '#server/db/place.ts';

const stopAfter = Number(process.argv[2]);
const place = placeOf(process.env.MUSTER_DATA ?? '', process.env.DATABASE_URL ?? null);
if (!place.ok) throw new Error(place.error.code);

let statements = 0;
const counting: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  async transformResult({ result }) {
    statements += 1;
    if (statements !== stopAfter) return result;
    console.log('halfway');
    // Something must be under way, or the process ends by itself and undoes its work in good order.
    setInterval(() => undefined, 60_000);
    return new Promise(() => undefined);
  },
};
const counted = Object.entries(migrations).map(([name, { up }]): [string, Migration] => [
  name,
  { up: (tx: Kysely<unknown>) => up(tx.withPlugin(counting)) },
]);
const db = connect(place.value);
await migrate(db, Object.fromEntries(counted));
await db.destroy();
console.log(`statements ${statements}`);
