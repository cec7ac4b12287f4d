import type { EvidenceItem } from '#domain/completion/evidence.ts';
import { newId } from '#domain/shared/id.ts';

type Common = 'id' | 'editionHash' | 'deviceAt';
type Bare<Item> = Item extends EvidenceItem ? Omit<Item, Common> : never;

/** Completes an item with its id and the device's own time. */
export function evidenceOf(editionHash: string, bare: Bare<EvidenceItem>): EvidenceItem {
  const now = Date.now();
  const id = newId(now, (bytes) => crypto.getRandomValues(bytes));
  return { ...bare, id, editionHash, deviceAt: new Date(now).toISOString() } as EvidenceItem;
}
