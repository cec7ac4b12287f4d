/**
 * `npm run bench [-- --quick]`: how fast records are written, answered and verified on both databases, as ratios within one
 * run, since machines differ and are noisy. The long form writes `docs/bench.md`; nothing here passes or fails.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { atPlace, type Database } from './agency.ts';
import { measureAppends } from './appends.ts';
import { type Figures, page, table } from './page.ts';
import { measureRequests, openForAll } from './requests.ts';
import { measureVerifying } from './verifying.ts';

const { quick = false } = parseArgs({ options: { quick: { type: 'boolean' } } }).values;
const rounds = quick ? 2 : 3;
const entries = quick ? 20_000 : 200_000;

const say = (database: Database, what: string) => console.error(`${database}: ${what} …`);

async function measure(database: Database): Promise<Figures | null> {
  say(database, 'appends');
  const appends = await atPlace(database, (place) => measureAppends(place, rounds));
  // On a machine without its binaries the figures of PostgreSQL are left out and said to be.
  if (!appends) return null;
  say(database, 'requests');
  const requests = await atPlace(database, (place) =>
    atPlace(database, async (other) => {
      await openForAll(other);
      return measureRequests(place, other, rounds);
    }),
  );
  say(database, 'verifying');
  const verifying = await atPlace(database, (place) => measureVerifying(place, entries, quick ? 1 : 5));
  return requests && verifying && { database, appends, requests, verifying };
}

const measured = [await measure('sqlite'), await measure('postgres')].flatMap((each) => each ?? []);
console.log(table(measured));
if (!quick) writeFileSync(resolve(import.meta.dirname, '../../docs/bench.md'), page(measured));
