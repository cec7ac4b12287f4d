import type { CoursePack } from '#domain/course/pack.ts';
import { loadDemo } from './demo/load.ts';
import { adoptCourse, readAgency } from './founding.ts';
import type { Installation } from './installation.ts';

type Wanted = { demo: boolean; agencyName: string; timeZone: string };

/** Brings an installation to where it can serve: an agency on the first start, and the course of now as the one owed. */
export async function prepareAgency(installation: Installation, pack: CoursePack, wanted: Wanted): Promise<void> {
  const agency = await readAgency(installation);
  if (!agency && wanted.demo) await loadDemo(installation, pack);
  if (!agency && !wanted.demo) {
    const { agencyName: name, timeZone } = wanted;
    const payload = { units: [{ id: 'whole-agency', parentId: null, name }], officers: [], grants: [] };
    const common = { at: installation.now(), by: null };
    // Both or neither: a start that is cut off between them would leave an agency without a unit.
    await installation.ledger.write(async ({ tx, agencyId, append }) => {
      // Another process on the same database may have begun at the same moment.
      if (await readAgency({ db: tx, agencyId })) return;
      await append({ kind: 'agency.founded', ...common, payload: { name, demo: false, timeZone } });
      await append({ kind: 'roster.loaded', ...common, payload });
    });
  }
  await adoptCourse(installation, pack);
}
