import { useTranslation } from 'react-i18next';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { QuizLessons, type QuizLessonsProps } from './quiz-lessons.tsx';

/** The decisions are made; the receipt is the next page's. */
export function QuizPassed({ onDone, ...lessons }: QuizLessonsProps & { onDone: () => void }) {
  const { t } = useTranslation('officer');
  return (
    <div className="quiz-end">
      <PageHeading title={t('quiz.passed.title')} />
      <p>{t('quiz.passed.words')}</p>
      <button type="button" className="button" onClick={onDone}>
        {t('quiz.passed.next')}
      </button>
      <QuizLessons {...lessons} />
    </div>
  );
}
