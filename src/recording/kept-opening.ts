import type { Training } from '#domain/completion/training.ts';
import type { Owner } from './outbox-shelf.ts';

/**
 * The last word of the receiver about whoever is signed in on this device: what a training opens from when there is no
 * network. One person's at a time, opaque ids only, no name and no PIN.
 */
export type KeptOpening = Owner & {
  training: Training;
  /** When the receiver was last heard: this device's clock, milliseconds. */
  heardAt: number;
  /** The edition that this person took along on purpose, on this device. */
  takenAlong: string | null;
};

const keptAs = 'muster.opening';

/** As long as a session lasts without a word (CJIS): a kiosk that was left must open nobody's training later than online. */
const leftAloneMilliseconds = 30 * 60_000;
/** Who took the course along said whose device this is. */
const takenAlongMilliseconds = 14 * 24 * 60 * 60_000;

/** @returns null when nothing is kept, when it is too old, or when the browser refuses its storage */
export function readOpening(now = Date.now()): KeptOpening | null {
  const kept = read();
  const lasts = kept?.takenAlong ? takenAlongMilliseconds : leftAloneMilliseconds;
  return kept && now - kept.heardAt < lasts ? kept : null;
}

/** Keeps what the receiver said when it was asked who is here; another person's opening is gone with it. */
export function keepOpening({ agencyId, learnerId }: Owner, training: Training): void {
  const before = read();
  const takenAlong = before?.learnerId === learnerId ? before.takenAlong : null;
  write({ agencyId, learnerId, training, heardAt: Date.now(), takenAlong });
}

/** A receipt brings news; after a sign-out the last one on its way brings nothing back. */
export function renewOpening(owner: Owner, training: Training): void {
  if (read()?.learnerId === owner.learnerId) keepOpening(owner, training);
}

export function keepTakenAlong({ learnerId }: Owner, editionHash: string): void {
  const before = read();
  if (before?.learnerId === learnerId) write({ ...before, takenAlong: editionHash });
}

/** When somebody signs out, or another person signs in (`except`: the person who may go on). What waits to be sent stays. */
export function forgetOpening(except?: string): void {
  if (read()?.learnerId === except) return;
  try {
    localStorage.removeItem(keptAs);
  } catch {
    // What refuses its storage has kept nothing.
  }
}

function read(): KeptOpening | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keptAs) ?? 'null') as Partial<KeptOpening> | null;
    const isWhole = kept?.learnerId && kept.agencyId && kept.heardAt && kept.training?.officerId === kept.learnerId;
    return isWhole ? (kept as KeptOpening) : null;
  } catch {
    return null;
  }
}

function write(kept: KeptOpening): void {
  try {
    localStorage.setItem(keptAs, JSON.stringify(kept));
  } catch {
    // Blocked or full storage costs the opening without a network, nothing that is recorded.
  }
}
