import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../api/problem.ts';
import { useLasting } from '../ui/use-lasting.ts';
import type { OpenStation } from './station-page.tsx';

/** A send that is under way for less than this is not worth a word. */
const quietMilliseconds = 2_000;

/** The quiet bar: what is saved here and not yet sent, until the receipt, and what hinders it (WCAG 4.1.3). */
export function Unsent({ station: { waiting, problem, fleeting, again } }: { station: OpenStation }) {
  const { t } = useTranslation('roll-call');
  const words = useProblemWords();
  const isLong = useLasting(waiting.length > 0, quietMilliseconds);
  const showsWaiting = waiting.length > 0 && (problem !== null || isLong);
  return (
    <div role="status" className="unsent">
      {(showsWaiting || problem || fleeting) && (
        <p>
          {problem && words(problem)} {showsWaiting && t('unsent.waiting', { count: waiting.length })}{' '}
          {fleeting && t('unsent.fleeting')}
        </p>
      )}
      {problem && (
        <button type="button" className="button quiet" onClick={again}>
          {t('unsent.sendNow')}
        </button>
      )}
    </div>
  );
}
