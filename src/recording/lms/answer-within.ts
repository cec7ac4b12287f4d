import { fail, type Result } from '#domain/shared/result.ts';
import type { RecordingError } from '../recorder.ts';

/** An LMS that throws or never answers must not hold an officer up: both are told as a receiver that could not be reached. */
export async function answerWithin<T>(
  milliseconds: number,
  ask: () => Promise<Result<T, RecordingError>>,
): Promise<Result<T, RecordingError>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<Result<T, RecordingError>>((answer) => {
    timer = setTimeout(() => answer(fail({ code: 'recording.offline' })), milliseconds);
  });
  try {
    return await Promise.race([ask(), silence]);
  } catch {
    return fail({ code: 'recording.offline' });
  } finally {
    clearTimeout(timer);
  }
}
