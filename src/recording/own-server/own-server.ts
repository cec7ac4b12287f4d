import { courseAddress } from '#domain/course/course-address.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { asIfSent } from '../as-if-sent.ts';
import { type Outbox, type OutboxState, openOutbox, problemOf, type Receiver } from '../outbox.ts';
import { type Owner, openShelf, type Shelf } from '../outbox-shelf.ts';
import type { Opening, Recorder, RecordingError, Sending } from '../recorder.ts';
import { isPackOf, isReceipt, isSignedIn, isTraining } from './answers.ts';
import { ask } from './ask.ts';

const receiver: Receiver = {
  async identity() {
    const answer = await ask('/api/sign-in', isSignedIn);
    return answer.ok ? succeed({ agencyId: answer.value.agencyId, learnerId: answer.value.officerId }) : answer;
  },
  deliver: (item, { learnerId }) => ask('/api/training/evidence', isReceipt, { body: item, learnerId }),
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

  async function open(learnerId?: string): Promise<Result<Opening, RecordingError>> {
    const identity = await receiver.identity();
    if (!identity.ok) return identity;
    if (learnerId !== undefined && identity.value.learnerId !== learnerId)
      return fail({ code: 'recording.signed-out' });
    const opened = await outboxOf(identity.value);
    await opened.flush();
    const training = await ask('/api/training', isTraining);
    if (!training.ok) return training;
    if (training.value.officerId !== identity.value.learnerId) return fail({ code: 'recording.signed-out' });
    const { editionHash } = training.value;
    if (pack?.editionHash !== editionHash) {
      const isPack = (value: unknown): value is CoursePack => isPackOf(editionHash, value);
      const answer = await ask(courseAddress(editionHash), isPack);
      if (!answer.ok) return answer;
      pack = answer.value;
    }
    await opened.noteTraining(training.value);
    return succeed({ ...identity.value, mode: 'record', pack, training: latest.training ?? training.value });
  }

  return {
    open,
    submit: async (item) => (outbox ? outbox.submit(item) : fail({ code: 'recording.signed-out' })),
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
