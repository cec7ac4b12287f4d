import type { EvidenceItem } from '#domain/completion/evidence.ts';
import type { Training } from '#domain/completion/training.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { type Result, succeed } from '#domain/shared/result.ts';
import { asIfSent } from '#recording/as-if-sent.ts';
import type { Kept, Opening, Recorder, RecordingError, Sending } from '#recording/recorder.ts';

export const aTraining = (pack: CoursePack, changes: Partial<Training> = {}): Training => ({
  officerId: 'officer-7',
  editionHash: pack.editionHash,
  standing: 'deciding',
  covered: [{ fromSeconds: 0, toSeconds: pack.film.durationSeconds }],
  watchedShare: 1,
  witnessed: false,
  acknowledgedAt: '2026-11-22T11:00:00.000Z',
  attempt: 1,
  decisions: [],
  completion: null,
  dueAt: '2026-11-29T05:00:00.000Z',
  dueOn: '2026-11-28',
  ...changes,
});

/** The edge of the screens: keeps what is submitted and answers as the test says, at once or when it is told to. */
export function aRecorder(pack: CoursePack, training: Training = aTraining(pack)) {
  const items: EvidenceItem[] = [];
  let answer = async (): Promise<Result<Kept, RecordingError>> => succeed({ kept: 'waiting' });
  const now = () => asIfSent(training, items, pack);
  const openingNow = (): Opening => ({
    learnerId: training.officerId,
    agencyId: 'demo',
    mode: 'record',
    pack,
    training: now(),
  });
  const recorder: Recorder = {
    open: async () => succeed(openingNow()),
    async submit(item) {
      const kept = await answer();
      if (kept.ok) items.push(item);
      return kept;
    },
    onSending(listen: (sending: Sending) => void) {
      listen({ waiting: items.length, problem: null, training: now() });
      return () => {};
    },
    flush: async () => {},
    close: async () => {},
  };
  return {
    recorder,
    items,
    openingNow,
    /** What the next submissions are answered with. */
    answerWith(next: () => Promise<Result<Kept, RecordingError>>) {
      answer = next;
    },
  };
}
