import type { Installation } from '../installation.ts';
import type { HashedSecret } from './secret.ts';
import type { Proof } from './tries.ts';

/** Sets how officers prove who they are; only hashes get here. */
export async function setCredentials(
  { db, agencyId }: Installation,
  given: readonly { officerId: string; proof: Proof; secret: HashedSecret }[],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const { officerId, proof, secret } of given) {
      const key = { agency_id: agencyId, officer_id: officerId, proof };
      await tx
        .insertInto('credential')
        .values({ ...key, ...secret })
        .onConflict((known) => known.columns(['agency_id', 'officer_id', 'proof']).doUpdateSet(secret))
        .execute();
    }
  });
}
