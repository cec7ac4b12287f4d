import { readSnapshot } from '#server/db/as-it-stands.ts';
import type { DatabasePlace } from '#server/db/place.ts';
import { agencyId } from '#server/installation.ts';
import { chainInDatabase } from '#server/ledger/chain-source.ts';
import { sha256 } from '#server/ledger/sha256.ts';
import { verifyChain } from '#server/ledger/verify.ts';
import { openAgency } from './agency.ts';
import { type Measured, measuredOf } from './rounds.ts';

export type Verifying = { entries: number; aSecond: Measured; hashesASecond: Measured; ratio: Measured };

const atATime = 5_000;

/** How many entries a second `verify` reads and checks, beside how often a second the same text can merely be hashed. */
export async function measureVerifying(place: DatabasePlace, entries: number, rounds: number): Promise<Verifying> {
  const { installation, close } = await openAgency(place);
  const payload = { officerId: 'officer-0', proof: 'pin' } as const;
  for (let done = 0; done < entries; done += atATime) {
    await installation.ledger.write(async ({ append }) => {
      for (let each = 0; each < atATime; each += 1) {
        await append({ kind: 'sign-in.opened', at: Date.now(), by: 'officer-0', payload });
      }
    });
  }
  await close();
  const [rates, hashes, ratios]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    const report = await readSnapshot(place, async (tx) =>
      verifyChain(await chainInDatabase({ tx, agencyId }), { heads: [], printed: [], keys: null }),
    );
    if (!report || report.findings.length > 0) throw new Error('A sound chain was measured and found wanting.');
    const rate = report.entries / ((performance.now() - from) / 1000);
    const hashed = hashRate(report.entries);
    rates.push(rate);
    hashes.push(hashed);
    ratios.push(rate / hashed);
  }
  return { entries, aSecond: measuredOf(rates), hashesASecond: measuredOf(hashes), ratio: measuredOf(ratios) };
}

/** Two hashes an entry, of texts as long as those of an entry and its payload. */
function hashRate(entries: number): number {
  const [entry, payload] = ['e'.repeat(270), 'p'.repeat(110)];
  const from = performance.now();
  for (let each = 0; each < entries; each += 1) {
    sha256(entry);
    sha256(payload);
  }
  return entries / ((performance.now() - from) / 1000);
}
