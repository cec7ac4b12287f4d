import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { explanationsOf } from '#domain/scenario/explanation.ts';
import { type Run, rulingOf } from '#domain/scenario/run.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { FaultLines } from '../scenario/fault-lines.tsx';
import { LessonLines } from '../scenario/lesson-lines.tsx';
import { wordsOf } from '../scenario/scenario-words.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import type { PracticeRunProps } from './practice-run.tsx';
import { SeedLine } from './seed-line.tsx';
import { WaysOn } from './ways-on.tsx';

type PracticeEndProps = Omit<PracticeRunProps, 'seed'> & { run: Run };

/** What was decided rightly, what to read again, where the film teaches it, and the ways on. */
export function PracticeEnd({ pack, scenario, run }: PracticeEndProps) {
  const { t } = useTranslation('practice');
  const { language } = useLanguage();
  const words = wordsOf(pack, scenario, run.seed, language);
  const faults = explanationsOf(scenario, run, rulingOf(pack.course)).filter(({ verdict }) => verdict === 'wrong');
  return (
    <div className="practice-end">
      <PageHeading title={t('end.title', { count: faults.length })} />
      <p>{t('end.of', { scenario: words.say(words.text.title) })}</p>
      {faults.length > 0 && <FaultLines pack={pack} words={words} faults={faults} />}
      <WaysOn pack={pack} id={scenario.id} seed={run.seed} />
      <LessonLines pack={pack} runs={{ [scenario.id]: [run] }} />
      <SeedLine id={scenario.id} seed={run.seed} />
      <p>
        <Link to="/practice/papers">{t('list.toPapers')}</Link>
      </p>
    </div>
  );
}
