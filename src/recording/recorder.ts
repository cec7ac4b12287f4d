import type { EvidenceItem } from '#domain/completion/evidence.ts';
import type { Training } from '#domain/completion/training.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Result } from '#domain/shared/result.ts';

/** Who is learning and what the place that launched us knows of them. */
export type Opening = {
  /** Opaque: the outbox keeps it, so it is never a name or a badge. */
  learnerId: string;
  agencyId: string;
  mode: 'record' | 'practice';
  pack: CoursePack;
  training: Training;
  /** Nobody could be asked: this is what the device kept of the last time, with what waits here counted in. */
  away?: boolean;
  /** The learner took this edition along on this device. */
  takenAlong?: boolean;
  /** Which part of the course is taken here; without it the whole of it. */
  part?: 'whole' | 'film' | 'policy-and-quiz';
  /** After "see your sergeant" nobody can open the quiz again while this is open: the next opening begins a new attempt. */
  opensAnewNextTime?: boolean;
};

/**
 * `recording.offline`, and a server whose own storage is out of reach (`away`) or has no room (`full`): kept in the outbox,
 * sent later. `recording.refused`: shown to the officer and the sergeant.
 */
export type RecordingError =
  | { code: 'recording.offline' }
  | { code: 'storage.away' | 'storage.full'; retryAfterSeconds: number }
  | { code: 'recording.signed-out' }
  | { code: 'recording.refused'; detail: string };

/** It may succeed unchanged a little later: waiting is all that is needed. */
export const isPassing = ({ code }: RecordingError): boolean =>
  code !== 'recording.signed-out' && code !== 'recording.refused';

/** `sent`: the receiver holds it and said so. `waiting`: safe on this device, not yet sent. */
export type Kept = { kept: 'sent'; receipt: string; training: Training | null } | { kept: 'waiting' };

/**
 * What the screens see of the outbox. `training` is what the receiver last said, with what still waits here counted in.
 * `fleeting`: this browser keeps nothing once the tab is closed, so what waits must be sent before.
 */
export type Sending = {
  waiting: number;
  problem: RecordingError | null;
  training: Training | null;
  fleeting?: boolean;
};

/**
 * The port through which evidence leaves the screen. Screens do not know whether a server of ours or an LMS is behind it.
 */
export interface Recorder {
  /**
   * Sends first what an earlier visit left; called again, it asks anew.
   *
   * @param learnerId whose screen asks: `recording.signed-out` when somebody else is signed in on this device by now
   */
  open(learnerId?: string): Promise<Result<Opening, RecordingError>>;
  /** Resolves once the item is durable on this device; refused only when the receiver said no to it. */
  submit(item: EvidenceItem): Promise<Result<Kept, RecordingError>>;
  /** Called at once and at every change; returns the way to stop. */
  onSending(listen: (sending: Sending) => void): () => void;
  /** Sends what waits now (after signing in again, when the network is back). */
  flush(): Promise<void>;
  close(): Promise<void>;
}
