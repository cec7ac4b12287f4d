import { useTranslation } from 'react-i18next';
import type { Completion } from '#domain/completion/completion.ts';
import { attemptSeed, replayQuiz } from '#domain/scenario/quiz.ts';
import type { Opening } from '#recording/recorder.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { LessonLines } from '../scenario/lesson-lines.tsx';
import { CardLine } from '../ui/card-line.tsx';
import { NoCreditLine } from '../ui/no-credit-line.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { PolicyDocument } from './policy-document.tsx';
import { PracticeLine } from './practice-line.tsx';
import { QuizPath } from './quiz-path.tsx';
import { SampleMark } from './sample-mark.tsx';

/** The receipt: when, how well borne out, a code to keep, and what is worth reading again. */
export function DoneStep({
  opening: { pack, training, part },
  completion,
}: {
  opening: Opening;
  completion: Completion;
}) {
  const { t } = useTranslation('officer');
  const { language } = useLanguage();
  const evidence = completion.source ?? completion.grade;
  // A receiver may hold the completion and have forgotten when it was.
  const at = completion.completedAt === '' ? null : new Date(completion.completedAt);
  const format = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const seed = attemptSeed(training.officerId, training.editionHash, training.attempt);
  const quiz = training.decisions.length > 0 ? replayQuiz(pack, seed, training.decisions) : null;
  const titleOf = () => {
    if (completion.source === 'lms') return t('done.inLms');
    return at ? t('done.recordedAt', { time: format.format(at) }) : t('done.already');
  };
  return (
    <div className="done-step">
      <SampleMark course={pack.course} />
      <PageHeading title={titleOf()} />
      <p className="lead">{pack.text[language].title}</p>
      <dl className="receipt">
        {at && (
          <>
            <dt>{t('done.date')}</dt>
            <dd>{t('done.dateOf', { at })}</dd>
          </>
        )}
        {completion.receipt !== '' && (
          <>
            <dt>{t('done.receipt')}</dt>
            <dd className="receipt-code">{completion.receipt}</dd>
          </>
        )}
        <dt>{t('done.evidence')}</dt>
        <dd>
          <strong>{t(`done.grade.${evidence}.name`)}</strong> {t(`done.grade.${evidence}.words`)}
        </dd>
      </dl>
      {quiz && <LessonLines pack={pack} runs={quiz.runs} />}
      {quiz && <QuizPath pack={pack} quiz={quiz} />}
      <CardLine />
      <PracticeLine />
      {part === 'film' ? (
        <p>{t('done.nextUnit')}</p>
      ) : (
        <details className="read-again">
          <summary>{t('done.policy')}</summary>
          <PolicyDocument pack={pack} />
        </details>
      )}
      <NoCreditLine />
      <p className="fine-print">{pack.text[language].disclaimer}</p>
    </div>
  );
}
