import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../ui/not-found.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import './answered.css';
import { useProblemWords } from './problem.ts';
import type { Answer } from './use-answer.ts';

type AnsweredProps<T> = { of: Answer<T>; children: (value: T) => ReactNode };

/** The faces of anything that is loaded: a skeleton after 300 ms, not found, a problem with a way on, or the value. */
export function Answered<T>({ of: { value, problem, again }, children }: AnsweredProps<T>) {
  if (value === null && !problem) return <Skeleton />;
  if (value === null && problem?.status === 404) return <NotFound />;
  return (
    <>
      {problem && <ProblemNote problem={problem} again={again} isStale={value !== null} />}
      {value !== null && children(value)}
    </>
  );
}

type ProblemNoteProps = {
  problem: Parameters<ReturnType<typeof useProblemWords>>[0];
  again?: () => void;
  isStale?: boolean;
};

export function ProblemNote({ problem, again, isStale = false }: ProblemNoteProps) {
  const { t } = useTranslation('common');
  const words = useProblemWords();
  return (
    <div className="problem-note" role="alert">
      <p>
        {words(problem)} {isStale && t('answer.lastKnown')}
      </p>
      {again && (
        <button type="button" className="button quiet" onClick={again}>
          {t('answer.again')}
        </button>
      )}
    </div>
  );
}
