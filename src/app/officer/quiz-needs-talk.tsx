import { useTranslation } from 'react-i18next';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { QuizLessons, type QuizLessonsProps } from './quiz-lessons.tsx';
import { QuizPath } from './quiz-path.tsx';

/** Not failed: the sergeant talks it over and opens the quiz again. */
export function QuizNeedsTalk(lessons: QuizLessonsProps) {
  const { t } = useTranslation('officer');
  return (
    <div className="quiz-end">
      <PageHeading title={t('quiz.needsTalk.title')} />
      <p>{t('quiz.needsTalk.words')}</p>
      <p>{t('quiz.needsTalk.next')}</p>
      <QuizLessons {...lessons} />
      <QuizPath {...lessons} />
    </div>
  );
}
