import { useMachine } from '@xstate/react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#app/i18n/use-language.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Scenario } from '#domain/course/scenario.ts';
import { explanationsOf, papersOf } from '#domain/scenario/explanation.ts';
import { type Choice, decisionOf, openOptions, rulingOf } from '#domain/scenario/run.ts';
import { scenarioMachine } from '#domain/scenario/scenario-machine.ts';
import { shuffleBySeed } from '#domain/scenario/seed.ts';
import type { RecordingError } from '#recording/recorder.ts';
import { CaseFile } from './case-file.tsx';
import { Explanation } from './explanation.tsx';
import { heardBefore } from './heard-before.ts';
import { Question } from './question.tsx';
import { wordsOf } from './scenario-words.ts';
import { TwoClocks } from './two-clocks.tsx';
import './scenario.css';

/** Where the officer was in this run before a reload. */
export type ScenarioPlace = { situationRead: boolean; explanationsRead: number };

type ScenarioScreenProps = {
  pack: CoursePack;
  scenario: Scenario;
  seed: string;
  taken: Choice[];
  place: ScenarioPlace;
  onPlace: (place: ScenarioPlace) => void;
  /** Resolves once the decision is safe on the device: nothing is told of it before. @returns what hindered it, or null */
  onDecide: (choice: Choice) => Promise<RecordingError | null>;
  onLeft: () => void;
  leaveLabel: string;
};

/** One run through one scenario: draws the state of its machine. Whoever shows it keeps decisions and place. */
export function ScenarioScreen(props: ScenarioScreenProps) {
  const { pack, scenario, seed, taken, place, onPlace, onDecide, onLeft, leaveLabel } = props;
  const { t } = useTranslation('officer');
  const { language } = useLanguage();
  const ruling = rulingOf(pack.course);
  const [state, send, actor] = useMachine(scenarioMachine, { input: { scenario, seed, ruling, taken, ...place } });
  const hasMoved = useRef(false);

  const words = wordsOf(pack, scenario, seed, language);
  const { run } = state.context;
  const explained = explanationsOf(scenario, run, ruling);
  const last = explained.at(-1);
  const isReading = state.matches('reading');
  const isDeciding = state.matches('deciding');
  const decision = decisionOf(scenario, run);
  const explaining = isReading || isDeciding ? undefined : last;

  function move(event: Parameters<typeof send>[0]) {
    hasMoved.current = true;
    send(event);
    const { context } = actor.getSnapshot();
    onPlace({ situationRead: context.situationRead, explanationsRead: context.explanationsRead });
  }

  async function decide(optionId: string) {
    if (!decision) return null;
    const choice = { decisionId: decision.id, optionId };
    const hindered = await onDecide(choice);
    if (hindered === null) move({ type: 'officer.decided', choice });
    return hindered;
  }

  function readExplanation() {
    if (!state.matches('finished')) move({ type: 'officer.readExplanation' });
    if (actor.getSnapshot().context.run.endingId !== null) onLeft();
  }

  const goesOn = last?.verdict === 'coach' ? t('scenario.tryAgain') : t('scenario.nextQuestion');
  return (
    <div className="scenario">
      <CaseFile
        words={words}
        papers={papersOf(scenario, run, explained, explaining !== undefined)}
        heard={heardBefore(words.text, explained, explaining ? null : (decision?.id ?? null))}
        next={explaining ? 'explanation' : isDeciding ? 'question' : null}
      />
      <div className="decision-side">
        <TwoClocks
          run={run}
          hourStarts={scenario.hit === false ? null : ruling.hourStarts}
          hasPapers={scenario.papers.length > 0}
          heldOnCivil={explained.some((each) => each.heldOnCivil)}
        />
        {isReading && (
          <button className="button" type="button" onClick={() => move({ type: 'officer.readSituation' })}>
            {t('scenario.toQuestion')}
          </button>
        )}
        {isDeciding && decision && (
          <Question
            key={run.choices.length}
            decision={decision}
            options={shuffleBySeed(openOptions(scenario, run), seed, decision.id)}
            isUngraded={decision.agency !== undefined && ruling.answers[decision.agency] === undefined}
            words={words}
            onConfirm={decide}
            focusOnShow={hasMoved.current}
          />
        )}
        {explaining && (
          <Explanation
            key={run.choices.length}
            explained={explaining}
            words={words}
            pack={pack}
            onNext={readExplanation}
            nextLabel={run.endingId === null ? goesOn : leaveLabel}
            focusOnShow={hasMoved.current}
          />
        )}
      </div>
    </div>
  );
}
