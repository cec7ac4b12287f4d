import { useTranslation } from 'react-i18next';
import type { PathStep } from '#domain/completion/report.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { useDates } from '../api/use-dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import './path-steps.css';
import '../scenario/scenario.css';
import { wordsOf } from '../scenario/scenario-words.ts';
import { VerdictLine } from '../scenario/verdict-line.tsx';

type PathStepsProps = {
  steps: readonly PathStep[];
  pack: CoursePack;
  /** Practice runs the agency's current edition, where another one's seed would give other names and places. */
  canBeSeenAgain: boolean;
};

/**
 * Every decision in order: what was asked, what was chosen, what it cost, and in which language it was read; and each run
 * to be seen again with the names, places and ending that its seed gave.
 */
export function PathSteps({ steps, pack, canBeSeenAgain }: PathStepsProps) {
  const { t } = useTranslation('record');
  if (steps.length === 0) return <p>{t('path.none')}</p>;
  return (
    <ol className="path-steps">
      {steps.map((step, at) => (
        <Step
          key={`${step.seed} ${step.decisionId} ${step.optionId}`}
          step={step}
          pack={pack}
          isSeenAgain={canBeSeenAgain && steps[at - 1]?.seed !== step.seed}
        />
      ))}
    </ol>
  );
}

type StepProps = { step: PathStep; pack: CoursePack; isSeenAgain: boolean };

function Step({ step, pack, isSeenAgain }: StepProps) {
  const dates = useDates();
  const { t } = useTranslation(['record', 'common']);
  const { language } = useLanguage();
  const { title, question, chosen } = stepWords(step, pack, language);
  return (
    <li>
      <p className="quiet">
        {t('path.where', { scenario: title, attempt: step.attempt, run: step.run })} ·{' '}
        <time dateTime={step.decidedAt}>{dates.dayAndTime(step.decidedAt)}</time>
      </p>
      {isSeenAgain && (
        <p>
          {/* In a tab of its own: this reading was given a reason and should not be lost. */}
          <a
            href={`/practice/${step.scenarioId}?${new URLSearchParams({ seed: step.seed })}`}
            target="_blank"
            rel="noreferrer"
          >
            {t('path.replay', { scenario: title })}
          </a>
        </p>
      )}
      <p>{question}</p>
      <p className="path-choice">{chosen}</p>
      <VerdictLine verdict={step.verdict} />
      <p className="quiet">
        {t('path.clocks', {
          stop: step.stopMinutes,
          hold: step.holdMinutes,
          language: t(`language.${step.language}`, { ns: 'common' }),
        })}
      </p>
    </li>
  );
}

/** What has no words is named by its ids, as the record names it. */
function stepWords(step: PathStep, pack: CoursePack, language: 'en' | 'es') {
  const scenario = pack.scenarios[step.scenarioId];
  const words = scenario && wordsOf(pack, scenario, step.seed, language);
  const decision = words?.text.decisions[step.decisionId];
  const option = decision?.options[step.optionId];
  return {
    title: words ? words.say(words.text.title) : step.scenarioId,
    question: words && decision ? words.say(decision.question) : step.decisionId,
    chosen: words && option ? words.say(option.label) : step.optionId,
  };
}
