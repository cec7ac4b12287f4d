import type { CoursePack } from '#domain/course/pack.ts';
import { readFrame } from './agency/frame.ts';
import { readAgencyPack } from './agency/order.ts';
import { loadDemo } from './demo/load.ts';
import { adoptCourse } from './founding.ts';
import type { Installation } from './installation.ts';

type Wanted = { demo: boolean; agencyName: string; timeZone: string };

/** Brings an installation to where it can serve: an agency on the first start, and the course of now as the one owed. */
export async function prepareAgency(installation: Installation, pack: CoursePack, wanted: Wanted): Promise<void> {
  const agency = await readFrame({ tx: installation.db, agencyId: installation.agencyId });
  if (!agency && wanted.demo) await loadDemo(installation, pack);
  if (!agency && !wanted.demo) {
    const { agencyName: name, timeZone } = wanted;
    const payload = { units: [{ id: 'whole-agency', parentId: null, name }], officers: [], grants: [] };
    const common = { at: installation.now(), by: null };
    // Both or neither: a start that is cut off between them would leave an agency without a unit.
    await installation.ledger.write(async (writing) => {
      // Another process on the same database may have begun at the same moment.
      if (await readFrame(writing)) return;
      await writing.append({ kind: 'agency.founded', ...common, payload: { name, demo: false, timeZone } });
      await writing.append({ kind: 'roster.loaded', ...common, payload });
    });
  }
  const asking = { tx: installation.db, agencyId: installation.agencyId };
  await adoptCourse(installation, await readAgencyPack(asking, pack));
}
