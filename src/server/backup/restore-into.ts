import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { connect, migrateTo } from '../db/as-it-stands.ts';
import { type Locked, lockDataFolder } from '../db/lock.ts';
import { openDb } from '../db/open.ts';
import type { DatabasePlace } from '../db/place.ts';
import type { Header, Totals } from './format.ts';
import { type NotRestored, restoreBackup } from './restore.ts';

/** Restores into the place, brings what was restored to the newest tables, and leaves nothing there when it cannot. */
export async function restoreInto(
  place: DatabasePlace,
  file: string,
): Promise<Result<{ header: Header; totals: Totals }, NotRestored | Locked>> {
  const lock = place.kind === 'sqlite' ? lockDataFolder(place.dataFolder) : succeed({ release: () => undefined });
  if (!lock.ok) return fail(lock.error);
  let db: ReturnType<typeof connect> | undefined;
  let restored = false;
  let wasEmpty = false;
  try {
    const outcome = await restoreBackup(file, () => {
      db = connect(place);
      return {
        db,
        migrateTo(level) {
          // Asked for once every table was found empty: a database that cannot be read may hold records, and stays.
          wasEmpty = true;
          return migrateTo(place, level);
        },
      };
    });
    restored = outcome.ok;
    if (restored) await (await openDb(place)).destroy();
    return outcome;
  } finally {
    await db?.destroy();
    if (!restored && wasEmpty && place.kind === 'sqlite') {
      for (const end of ['', '-wal', '-shm']) rmSync(join(place.dataFolder, `muster.db${end}`), { force: true });
    }
    lock.value.release();
  }
}
