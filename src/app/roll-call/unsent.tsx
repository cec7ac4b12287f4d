import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../api/problem.ts';
import type { OpenStation } from './station-page.tsx';

/** The quiet bar: what is saved here and not yet sent, and what hinders it. Nothing to say, nothing shown. */
export function Unsent({ station: { waiting, problem, again } }: { station: OpenStation }) {
  const { t } = useTranslation('roll-call');
  const words = useProblemWords();
  return (
    <div role="status" className="unsent">
      {problem && (
        <>
          <p>
            {words(problem)} {waiting.length > 0 && t('unsent.waiting', { count: waiting.length })}
          </p>
          <button type="button" className="button quiet" onClick={again}>
            {t('unsent.sendNow')}
          </button>
        </>
      )}
    </div>
  );
}
