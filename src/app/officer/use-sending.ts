import { useEffect, useState } from 'react';
import type { Recorder, Sending } from '#recording/recorder.ts';

const nothing: Sending = { waiting: 0, problem: null, training: null };

/** What is not yet sent, what hinders it, and what the receiver last said. */
export function useSending(recorder: Recorder): Sending {
  const [sending, setSending] = useState(nothing);
  useEffect(() => recorder.onSending(setSending), [recorder]);
  return sending;
}
