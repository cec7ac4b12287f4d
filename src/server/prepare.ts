import type { CoursePack } from '#domain/course/pack.ts';
import { loadDemo } from './demo/load.ts';
import { adoptCourse, foundAgency, readAgency } from './founding.ts';
import type { Installation } from './installation.ts';

type Wanted = { demo: boolean; agencyName: string; timeZone: string };

/** Brings an installation to where it can serve: an agency on the first start, and the course of now as the one owed. */
export async function prepareAgency(installation: Installation, pack: CoursePack, wanted: Wanted): Promise<void> {
  const agency = await readAgency(installation);
  if (!agency && wanted.demo) await loadDemo(installation, pack);
  if (!agency && !wanted.demo) {
    const { agencyName: name, timeZone } = wanted;
    await foundAgency(installation, { name, demo: false, timeZone });
    const payload = { units: [{ id: 'whole-agency', parentId: null, name }], officers: [], grants: [] };
    await installation.ledger.write(({ append }) =>
      append({ kind: 'roster.loaded', at: installation.now(), by: null, payload }),
    );
  }
  await adoptCourse(installation, pack);
}
