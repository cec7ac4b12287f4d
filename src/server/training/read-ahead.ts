import type { EvidenceItem } from '#domain/completion/evidence.ts';
import type { Writing } from '../ledger/append.ts';
import { readReceipts } from '../ledger/keep.ts';
import { readDecisionsBy } from './decisions.ts';
import { readHeldBy } from './held.ts';

/** Evidence that waits to be taken, and whose it is. */
export type Sent = { officerId: string; item: EvidenceItem };

/**
 * Reads what each item will be judged by, for all of a room at once: three statements, not three for everybody. It stays
 * right while they are taken one after the other, as `known` follows what is written.
 */
export async function readAhead(writing: Writing, sent: readonly Sent[]): Promise<void> {
  if (sent.length === 0) return;
  const keys = sent.map(({ officerId, item: { editionHash } }) => ({ officerId, editionHash }));
  const heldOf = await readHeldBy(writing, keys);
  await readReceipts(
    writing,
    sent.map(({ item }) => item.id),
  );
  const attempts = sent.flatMap(({ officerId, item: { kind, editionHash } }) =>
    kind === 'decided' ? [{ officerId, editionHash, attempt: heldOf({ officerId, editionHash }).attempt }] : [],
  );
  await readDecisionsBy(writing, attempts);
}
