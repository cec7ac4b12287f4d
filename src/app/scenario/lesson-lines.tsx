import { useTranslation } from 'react-i18next';
import { useLanguage } from '#app/i18n/use-language.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { lessonsOf } from '#domain/scenario/lessons.ts';
import type { Quiz } from '#domain/scenario/quiz.ts';
import { ClauseLines } from './clause-lines.tsx';
import './lessons.css';

/** What to read again and what was decided rightly, by clause. */
export function LessonLines({ pack, runs }: { pack: CoursePack; runs: Quiz['runs'] }) {
  const { t } = useTranslation('officer');
  const { language } = useLanguage();
  const { right, again } = lessonsOf(pack, { runs });
  const { clauses } = pack.text[language];
  return (
    <div className="lesson-lines">
      {again.length > 0 && (
        <section>
          <h2>{t('quiz.readAgain')}</h2>
          <ClauseLines ids={again} clauses={clauses} />
        </section>
      )}
      {right.length > 0 && (
        <section>
          <h2>{t('quiz.decidedRightly')}</h2>
          <ClauseLines ids={right} clauses={clauses} />
        </section>
      )}
    </div>
  );
}
