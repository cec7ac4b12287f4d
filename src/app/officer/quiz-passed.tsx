import { useTranslation } from 'react-i18next';
import { LessonLines } from '#app/scenario/lesson-lines.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import type { QuizPathProps } from './quiz-path.tsx';

/** The decisions are made; the receipt is the next page's. */
export function QuizPassed({ onDone, pack, quiz }: QuizPathProps & { onDone: () => void }) {
  const { t } = useTranslation('officer');
  return (
    <div className="quiz-end">
      <PageHeading title={t('quiz.passed.title')} />
      <p>{t('quiz.passed.words')}</p>
      <button type="button" className="button" onClick={onDone}>
        {t('quiz.passed.next')}
      </button>
      <LessonLines pack={pack} runs={quiz.runs} />
    </div>
  );
}
