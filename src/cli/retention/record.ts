import { randomUUID } from 'node:crypto';
import { succeed } from '#domain/shared/result.ts';
import type { Config } from '#server/config.ts';
import type { DatabasePlace } from '#server/db/place.ts';
import { openInstallation } from '#server/installation.ts';
import { purgeRecords, setHold } from '#server/retention/store.ts';
import type { Typed } from './arguments.ts';
import type { Looked } from './look.ts';

/** Opens the records, records what was shown, and closes them again. */
export async function record(place: DatabasePlace, config: Config, { what, reason }: Typed, looked: Looked) {
  const opened = await openInstallation(place, Date.now, config);
  if (!opened.ok) return opened;
  const { installation, close } = opened.value;
  try {
    if ('officer' in looked) {
      const kind = what === 'hold' ? 'hold.placed' : 'hold.ended';
      const item = { id: randomUUID(), reason };
      return await setHold(installation, looked.visitor, kind, looked.officer.id, item);
    }
    const purged = await purgeRecords(installation, looked.visitor, { ...looked, reason });
    return purged.ok ? succeed({ head: purged.value }) : purged;
  } finally {
    await close();
  }
}
