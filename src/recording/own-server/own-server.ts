import type { Training } from '#domain/completion/training.ts';
import { courseAddress } from '#domain/course/course-address.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { asIfSent } from '../as-if-sent.ts';
import { type KeptOpening, keepOpening, keepTakenAlong, readOpening, renewOpening } from '../kept-opening.ts';
import { type Outbox, type OutboxState, openOutbox, problemOf, type Receiver } from '../outbox.ts';
import { type Owner, openShelf, type Shelf } from '../outbox-shelf.ts';
import { isPassing, type Opening, type Recorder, type RecordingError, type Sending } from '../recorder.ts';
import { isPackOf, isReceipt, isSignedIn, isTraining } from './answers.ts';
import { ask } from './ask.ts';

const receiver: Receiver = {
  async identity() {
    const answer = await ask('/api/sign-in', isSignedIn);
    return answer.ok ? succeed({ agencyId: answer.value.agencyId, learnerId: answer.value.officerId }) : answer;
  },
  async deliver(item, owner) {
    const answer = await ask('/api/training/evidence', isReceipt, { body: item, learnerId: owner.learnerId });
    // Before the item leaves the shelf: whatever happens between, what is kept here and what waits say the same together.
    if (answer.ok) renewOpening(owner, answer.value.training);
    // Only from the server's time of it on can the film have been watched without a network.
    if (answer.ok && item.kind === 'taken-along') keepTakenAlong(owner, item.editionHash);
    return answer;
  },
};

/** Evidence to our own server, through the outbox. The one recorder outside an LMS. */
export function ownServerRecorder(shelfOfThisBrowser: () => Promise<Shelf> = openShelf): Recorder {
  const listeners = new Set<(sending: Sending) => void>();
  let outbox: Outbox | null = null;
  let shelf: Shelf | null = null;
  let owner: Owner | null = null;
  let pack: CoursePack | null = null;
  let latest: Sending = { waiting: 0, problem: null, training: null };

  function publish(state: OutboxState): void {
    const items = state.waiting.map((each) => each.item);
    latest = {
      waiting: items.length,
      problem: problemOf(state, pack?.editionHash ?? null),
      training: state.training && pack ? asIfSent(state.training, items, pack) : state.training,
      fleeting: shelf !== null && !shelf.isDurable(),
    };
    for (const listen of listeners) listen(latest);
  }

  async function outboxOf(next: Owner): Promise<Outbox> {
    if (outbox && owner?.learnerId === next.learnerId && owner.agencyId === next.agencyId) return outbox;
    await outbox?.close();
    owner = next;
    shelf = await shelfOfThisBrowser();
    outbox = await openOutbox(next, shelf, receiver);
    outbox.onState(publish);
    return outbox;
  }

  async function packOf(editionHash: string): Promise<Result<CoursePack, RecordingError>> {
    if (pack?.editionHash === editionHash) return succeed(pack);
    const isPack = (value: unknown): value is CoursePack => isPackOf(editionHash, value);
    return ask(courseAddress(editionHash), isPack);
  }

  async function openAsKept(kept: KeptOpening): Promise<Result<Opening, RecordingError>> {
    const found = await packOf(kept.training.editionHash);
    if (!found.ok) return found;
    pack = found.value;
    const opened = await outboxOf(kept);
    void opened.flush();
    await opened.noteTraining(kept.training);
    return succeed({ ...openingOf(kept, pack, latest.training ?? kept.training), away: true });
  }

  async function openNow(learnerId?: string): Promise<Result<Opening, RecordingError>> {
    const identity = await receiver.identity();
    if (!identity.ok) return identity;
    if (learnerId !== undefined && identity.value.learnerId !== learnerId)
      return fail({ code: 'recording.signed-out' });
    const opened = await outboxOf(identity.value);
    await opened.flush();
    const training = await ask('/api/training', isTraining);
    if (!training.ok) return training;
    if (training.value.officerId !== identity.value.learnerId) return fail({ code: 'recording.signed-out' });
    const found = await packOf(training.value.editionHash);
    if (!found.ok) return found;
    pack = found.value;
    keepOpening(identity.value, training.value);
    await opened.noteTraining(training.value);
    return succeed(openingOf(identity.value, pack, latest.training ?? training.value));
  }

  return {
    async open(learnerId) {
      const opened = await openNow(learnerId);
      if (opened.ok || !isPassing(opened.error)) return opened;
      const kept = readOpening();
      const isTheirs = kept && (learnerId === undefined || learnerId === kept.learnerId);
      return isTheirs ? openAsKept(kept) : opened;
    },
    async submit(item) {
      if (!outbox || !owner) return fail({ code: 'recording.signed-out' });
      return outbox.submit(item);
    },
    onSending(listen) {
      listeners.add(listen);
      listen(latest);
      return () => void listeners.delete(listen);
    },
    flush: async () => outbox?.flush(),
    async close() {
      await outbox?.close();
      outbox = null;
      owner = null;
    },
  };
}

function openingOf({ agencyId, learnerId }: Owner, pack: CoursePack, training: Training): Opening {
  const kept = readOpening();
  const takenAlong = kept?.learnerId === learnerId && kept.takenAlong === pack.editionHash;
  return { learnerId, agencyId, mode: 'record', pack, training, takenAlong };
}
