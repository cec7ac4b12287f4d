import { randomUUID } from 'node:crypto';
import type { Config } from '#server/config.ts';
import type { DatabasePlace } from '#server/db/place.ts';
import { openInstallation } from '#server/installation.ts';
import type { PreparedExport } from '#server/lms-import/prepare.ts';
import { recordLmsImport } from '#server/lms-import/record.ts';
import type { Visitor } from '#server/sign-in/visitor.ts';

/** Opens the records, records what was shown, and closes them again. */
export async function record(
  place: DatabasePlace,
  config: Config,
  importer: Visitor,
  shown: { fileName: string; prepared: PreparedExport },
) {
  const opened = await openInstallation(place, Date.now, config);
  if (!opened.ok) return opened;
  const { installation, close } = opened.value;
  try {
    return await recordLmsImport(installation, importer, { id: randomUUID(), ...shown });
  } finally {
    await close();
  }
}
