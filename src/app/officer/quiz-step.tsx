import { useTranslation } from 'react-i18next';
import { CardSort } from '#app/scenario/card-sort.tsx';
import { ScenarioScreen } from '#app/scenario/scenario-screen.tsx';
import { PageHeading } from '#app/ui/page-heading.tsx';
import { type Quiz, type QuizStanding, runSeed } from '#domain/scenario/quiz.ts';
import type { Opening, Recorder } from '#recording/recorder.ts';
import { QuizNeedsTalk } from './quiz-needs-talk.tsx';
import { QuizPassed } from './quiz-passed.tsx';
import { QuizRemediation } from './quiz-remediation.tsx';
import { useQuiz } from './use-quiz.ts';
import './quiz.css';

export type QuizStepProps = {
  opening: Opening;
  recorder: Recorder;
  onEnded: (standing: QuizStanding) => void;
};

/** One attempt at the quiz; another attempt is another `QuizStep` (give it the attempt as key). */
export function QuizStep({ opening, recorder, onEnded }: QuizStepProps) {
  const { t } = useTranslation('officer');
  const { pack } = opening;
  const { state, seed, place, move, decide } = useQuiz(opening, recorder, onEnded);
  const { quiz, shown } = state.context;
  const scenario = shown && pack.scenarios[shown.scenarioId];

  if (state.matches('warmingUp')) {
    return (
      <CardSort
        pack={pack}
        seed={seed}
        place={place.now()}
        onPlace={place.keep}
        onDone={() => move({ type: 'officer.warmedUp' })}
        title={t('cardSort.title')}
        doneLabel={t('cardSort.toScenarios')}
        skipLabel={t('cardSort.skip')}
      />
    );
  }
  if (state.matches('passed')) {
    return <QuizPassed pack={pack} quiz={quiz} onDone={() => onEnded('passed')} />;
  }
  if (state.matches('needsTalk') || !scenario) {
    return <QuizNeedsTalk pack={pack} quiz={quiz} />;
  }
  if (state.matches('remediating')) {
    const run = quiz.runs[scenario.id]?.[shown.run - 1];
    return run && <QuizRemediation pack={pack} run={run} onAgain={() => move({ type: 'officer.readyAgain' })} />;
  }

  const at = { number: quiz.drawn.indexOf(scenario.id) + 1, total: quiz.drawn.length };
  const most = pack.course.passRule.reruns + 1;
  const seedOfRun = runSeed(seed, scenario.id, shown.run);
  const taken = (quiz.runs[scenario.id]?.[shown.run - 1]?.choices ?? []).slice();
  return (
    <div className="quiz-run" key={seedOfRun}>
      <PageHeading title={t('quiz.scenario', at)} />
      {shown.run > 1 && <p className="quiet">{t('quiz.again', { run: shown.run, most })}</p>}
      <ScenarioScreen
        pack={pack}
        scenario={scenario}
        seed={seedOfRun}
        taken={taken}
        place={place.now()}
        onPlace={place.keep}
        onDecide={decide}
        onLeft={() => move({ type: 'scenario.left' })}
        leaveLabel={t(`quiz.leave.${wayOn(quiz, scenario.id)}`)}
      />
    </div>
  );
}

function wayOn(quiz: Quiz, scenarioId: string): 'toResult' | 'toLook' | 'toNext' {
  if (quiz.current === null) return 'toResult';
  return quiz.current.scenarioId === scenarioId ? 'toLook' : 'toNext';
}
