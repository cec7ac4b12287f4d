import { useTranslation } from 'react-i18next';
import { LessonLines } from '#app/scenario/lesson-lines.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { PracticeLine } from './practice-line.tsx';
import { QuizPath, type QuizPathProps } from './quiz-path.tsx';

/** Not failed: the sergeant talks it over and opens the quiz again. */
export function QuizNeedsTalk({ pack, quiz }: QuizPathProps) {
  const { t } = useTranslation('officer');
  return (
    <div className="quiz-end">
      <PageHeading title={t('quiz.needsTalk.title')} />
      <p>{t('quiz.needsTalk.words')}</p>
      <p>{t('quiz.needsTalk.next')}</p>
      <LessonLines pack={pack} runs={quiz.runs} />
      <PracticeLine />
      <QuizPath pack={pack} quiz={quiz} />
    </div>
  );
}
