import type { EvidenceItem } from '#domain/completion/evidence.ts';
import type { Training } from '#domain/completion/training.ts';
import { type Result, succeed } from '#domain/shared/result.ts';
import type { Owner, Shelf, ShelfItem } from './outbox-shelf.ts';
import { isPassing, type Kept, type RecordingError } from './recorder.ts';
import { aloneInThisBrowser, onWakes } from './wakes.ts';

/** The far end: our own server, or whatever takes single items and answers each with a receipt. */
export type Receiver = {
  /** On whom an item would be booked if it were sent now. */
  identity(): Promise<Result<Owner, RecordingError>>;
  /** Takes the item for that owner only; `recording.signed-out` when by now somebody else is signed in. */
  deliver(item: EvidenceItem, owner: Owner): Promise<Result<{ receipt: string; training: Training }, RecordingError>>;
};

export type OutboxState = {
  waiting: ShelfItem[];
  refused: ShelfItem[];
  problem: RecordingError | null;
  /** As the receiver last said it. */
  training: Training | null;
};

export type Outbox = {
  submit(item: EvidenceItem): Promise<Result<Kept, RecordingError>>;
  flush(): Promise<void>;
  onState(listen: (state: OutboxState) => void): () => void;
  /** The receiver was asked by another way than an item. */
  noteTraining(training: Training): Promise<void>;
  /** Ends after the item that is under way. */
  close(): Promise<void>;
};

type Pace = {
  /** How long `submit` waits for a receipt before it says "waiting". */
  patienceMilliseconds: number;
  firstRetryMilliseconds: number;
  longestRetryMilliseconds: number;
};

const usualPace: Pace = {
  patienceMilliseconds: 2_000,
  firstRetryMilliseconds: 1_000,
  longestRetryMilliseconds: 60_000,
};

/**
 * The durable queue in front of a receiver: everything goes in first, leaves in order, one at a time, only under the
 * identity that made it, and is removed only for a receipt. A lost network is waited out; a lost sign-in waits for `flush`;
 * an item that the receiver refuses is set aside and kept, and the queue goes on.
 */
export async function openOutbox(owner: Owner, shelf: Shelf, receiver: Receiver, pace = usualPace): Promise<Outbox> {
  const listeners = new Set<(state: OutboxState) => void>();
  const undecided = new Map<string, (outcome: Result<Kept, RecordingError>) => void>();
  let state: OutboxState = { waiting: [], refused: [], problem: null, training: null };
  let passes: Promise<void> = Promise.resolve();
  let retry: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let closed = false;

  const publish = async (changes: Partial<OutboxState> = {}) => {
    if (closed) return;
    const items = await shelf.list(owner);
    const refused = items.filter((each) => each.refusal !== null);
    state = { ...state, ...changes, waiting: items.filter((each) => each.refusal === null), refused };
    for (const listen of listeners) listen(state);
  };

  const settle = (id: string, outcome: Result<Kept, RecordingError>) => {
    undecided.get(id)?.(outcome);
    undecided.delete(id);
  };

  async function sendNext(next: ShelfItem): Promise<RecordingError | null> {
    const identity = await receiver.identity();
    if (!identity.ok) return identity.error;
    const { agencyId, learnerId } = identity.value;
    if (agencyId !== owner.agencyId || learnerId !== owner.learnerId) return { code: 'recording.signed-out' };
    const answer = await receiver.deliver(next.item, owner);
    if (answer.ok) {
      await shelf.remove(next.order);
      await publish({ problem: null, training: answer.value.training });
      settle(next.item.id, succeed({ kept: 'sent', ...answer.value }));
      return null;
    }
    if (answer.error.code !== 'recording.refused') return answer.error;
    await shelf.setAside(next.order, answer.error.detail);
    await publish({ problem: null });
    settle(next.item.id, answer);
    return null;
  }

  async function sendAll(): Promise<void> {
    for (;;) {
      const next = (await shelf.list(owner)).find((each) => each.refusal === null);
      if (!next || closed) break;
      const problem = await sendNext(next);
      if (problem) return hinder(problem);
      failures = 0;
    }
    await publish({ problem: null });
  }

  /** @param atLeast milliseconds that the receiver asked for */
  function tryLater(atLeast = 0): void {
    if (closed) return;
    const delay = Math.min(
      pace.longestRetryMilliseconds,
      Math.max(atLeast, pace.firstRetryMilliseconds * 2 ** failures),
    );
    failures += 1;
    clearTimeout(retry);
    retry = setTimeout(() => void pass(), delay);
  }

  async function hinder(problem: RecordingError): Promise<void> {
    if (isPassing(problem)) tryLater('retryAfterSeconds' in problem ? problem.retryAfterSeconds * 1000 : 0);
    await publish({ problem });
    for (const id of undecided.keys()) settle(id, succeed({ kept: 'waiting' }));
  }

  /**
   * One pass after the other in this tab, and one tab at a time in this browser. A storage that fails in the middle of one is
   * tried again like a network.
   */
  function pass(): Promise<void> {
    passes = passes.then(async () => {
      if (closed) return;
      clearTimeout(retry);
      await aloneInThisBrowser(`muster-outbox:${owner.agencyId}:${owner.learnerId}`, sendAll).catch(() => tryLater());
    });
    return passes;
  }

  const stopWaking = onWakes(() => {
    if (state.problem && isPassing(state.problem)) void pass();
  });
  await publish();

  return {
    async submit(item) {
      await shelf.add(owner, item);
      const outcome = new Promise<Result<Kept, RecordingError>>((decided) => undecided.set(item.id, decided));
      const signedOut = state.problem?.code === 'recording.signed-out';
      await publish();
      if (signedOut) settle(item.id, succeed({ kept: 'waiting' }));
      else void pass();
      setTimeout(() => settle(item.id, succeed({ kept: 'waiting' })), pace.patienceMilliseconds);
      return outcome;
    },
    flush: pass,
    onState(listen) {
      listeners.add(listen);
      listen(state);
      return () => void listeners.delete(listen);
    },
    noteTraining: (training) => publish({ training }),
    async close() {
      closed = true;
      clearTimeout(retry);
      stopWaking();
      listeners.clear();
      await passes;
      await shelf.close();
    },
  };
}

/** What hinders sending now, or else what was refused and is kept for the sergeant to see. */
export function problemOf(state: OutboxState, editionHash: string | null): RecordingError | null {
  const refused = state.refused.find((each) => editionHash === null || each.editionHash === editionHash);
  if (state.problem) return state.problem;
  return refused ? { code: 'recording.refused', detail: refused.refusal ?? '' } : null;
}
