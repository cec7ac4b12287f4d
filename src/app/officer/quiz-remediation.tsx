import { useTranslation } from 'react-i18next';
import { useLanguage } from '#app/i18n/use-language.ts';
import { FaultLines } from '#app/scenario/fault-lines.tsx';
import { wordsOf } from '#app/scenario/scenario-words.ts';
import { PageHeading } from '#app/ui/page-heading.tsx';
import type { CoursePack } from '#domain/course/pack.ts';
import { explanationsOf } from '#domain/scenario/explanation.ts';
import { type Run, rulingOf } from '#domain/scenario/run.ts';

type QuizRemediationProps = { pack: CoursePack; run: Run; onAgain: () => void };

/** Between a fault and the rerun: what went wrong, by clause, and where the film teaches it. */
export function QuizRemediation({ pack, run, onAgain }: QuizRemediationProps) {
  const { t } = useTranslation('officer');
  const { language } = useLanguage();
  const scenario = pack.scenarios[run.scenarioId];
  if (!scenario) return null;
  const words = wordsOf(pack, scenario, run.seed, language);
  const faults = explanationsOf(scenario, run, rulingOf(pack.course)).filter((each) => each.verdict === 'wrong');
  return (
    <div className="quiz-end">
      <PageHeading title={t('quiz.remediation.title')} />
      <p>{t('quiz.remediation.words', { count: faults.length })}</p>
      <FaultLines pack={pack} words={words} faults={faults} />
      <button type="button" className="button" onClick={onAgain}>
        {t('quiz.remediation.again')}
      </button>
    </div>
  );
}
