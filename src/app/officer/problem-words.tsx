import { useTranslation } from 'react-i18next';
import type { RecordingError } from '#recording/recorder.ts';

/** The words of a closed code; what the receiver said goes with a refusal, so that a sergeant can look it up. */
export function ProblemWords({ problem }: { problem: RecordingError }) {
  const { t } = useTranslation('errors');
  return t(`${problem.code}`, 'detail' in problem ? { detail: problem.detail } : {});
}
