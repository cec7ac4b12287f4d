import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Scenario } from '#domain/course/scenario.ts';
import { type Choice, type Run, replay, rulingOf } from '#domain/scenario/run.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { ScenarioScreen } from '../scenario/scenario-screen.tsx';
import { wordsOf } from '../scenario/scenario-words.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { PracticeEnd } from './practice-end.tsx';
import { SeedLine } from './seed-line.tsx';
import { ToList } from './to-list.tsx';

export type PracticeRunProps = { pack: CoursePack; scenario: Scenario; seed: string };

/** One scenario from the situation to what it taught. Its choices live as long as this page and no longer. */
export function PracticeRun({ pack, scenario, seed }: PracticeRunProps) {
  const { t } = useTranslation('practice');
  const { language } = useLanguage();
  const choices = useRef<Choice[]>([]);
  const [ended, setEnded] = useState<Run | null>(null);
  const { say, text } = wordsOf(pack, scenario, seed, language);
  if (ended) return <PracticeEnd pack={pack} scenario={scenario} run={ended} />;
  return (
    <>
      <PageHeading title={say(text.title)} />
      <ScenarioScreen
        pack={pack}
        scenario={scenario}
        seed={seed}
        taken={[]}
        place={{ situationRead: false, explanationsRead: 0 }}
        onPlace={() => {}}
        onDecide={async (choice) => {
          choices.current.push(choice);
          return null;
        }}
        onLeft={() => setEnded(replay(scenario, seed, choices.current, rulingOf(pack.course)))}
        leaveLabel={t('run.toEnd')}
      />
      <SeedLine id={scenario.id} seed={seed} />
      <p>
        <ToList />
      </p>
    </>
  );
}
