import type { EvidenceItem } from '#domain/completion/evidence.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import type { Receiver } from '#recording/outbox.ts';
import type { Owner } from '#recording/outbox-shelf.ts';
import type { RecordingError } from '#recording/recorder.ts';
import { aTraining } from './a-recorder.ts';

/** The far end of an outbox, in memory: can be unreachable, signed out, signed in as another, or refuse an item. */
export function aReceiver(pack: CoursePack, signedIn: Owner | null) {
  const receipts = new Map<string, string>();
  const far = {
    /** Every item that arrived, in order, repeated ones too. */
    arrived: [] as EvidenceItem[],
    signedIn,
    isReachable: true,
    refuses: (_item: EvidenceItem): string | null => null,
    /** Takes the item, and the answer is lost on the way back. */
    losesAnswers: false,
  };
  const receiver: Receiver = {
    async identity(): Promise<Result<Owner, RecordingError>> {
      if (!far.isReachable) return fail({ code: 'recording.offline' });
      return far.signedIn ? succeed(far.signedIn) : fail({ code: 'recording.signed-out' });
    },
    async deliver(item) {
      if (!far.isReachable) return fail({ code: 'recording.offline' });
      if (!far.signedIn) return fail({ code: 'recording.signed-out' });
      const refusal = far.refuses(item);
      if (refusal) return fail({ code: 'recording.refused', detail: refusal });
      far.arrived.push(item);
      const receipt = receipts.get(item.id) ?? `receipt-${receipts.size + 1}`;
      receipts.set(item.id, receipt);
      if (far.losesAnswers) return fail({ code: 'recording.offline' });
      return succeed({ receipt, training: aTraining(pack) });
    },
  };
  return { far, receiver };
}
