import type { Installation } from '../installation.ts';
import type { Writing } from '../ledger/append.ts';
import type { HashedSecret } from './secret.ts';
import type { Proof } from './tries.ts';

type Credential = { officerId: string; proof: Proof; secret: HashedSecret };

/** Sets how an officer proves who it is; only hashes get here. */
export async function keepCredential(
  { tx, agencyId }: Pick<Writing, 'tx' | 'agencyId'>,
  { officerId, proof, secret }: Credential,
): Promise<void> {
  await tx
    .insertInto('credential')
    .values({ agency_id: agencyId, officer_id: officerId, proof, ...secret })
    .onConflict((known) => known.columns(['agency_id', 'officer_id', 'proof']).doUpdateSet(secret))
    .execute();
}

export async function setCredentials({ db, agencyId }: Installation, given: readonly Credential[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const credential of given) await keepCredential({ tx, agencyId }, credential);
  });
}
