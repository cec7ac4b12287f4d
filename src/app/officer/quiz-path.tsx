import { useTranslation } from 'react-i18next';
import { useLanguage } from '#app/i18n/use-language.ts';
import { wordsOf } from '#app/scenario/scenario-words.ts';
import { VerdictLine } from '#app/scenario/verdict-line.tsx';
import type { CoursePack } from '#domain/course/pack.ts';
import { explanationsOf } from '#domain/scenario/explanation.ts';
import type { Quiz } from '#domain/scenario/quiz.ts';
import { type Run, rulingOf } from '#domain/scenario/run.ts';

export type QuizPathProps = { pack: CoursePack; quiz: Quiz };
type RunPathProps = { pack: CoursePack; run: Run; number: number };

/** The officer's own way through the scenarios: all that the record holds of it, in the order in which it was walked. */
export function QuizPath({ pack, quiz }: QuizPathProps) {
  const { t } = useTranslation('officer');
  const runs = quiz.drawn.flatMap((id) => (quiz.runs[id] ?? []).map((run, index) => ({ run, number: index + 1 })));
  const walked = runs.filter(({ run }) => run.choices.length > 0);
  if (walked.length === 0) return null;
  return (
    <details className="read-again">
      <summary>{t('quiz.path.title')}</summary>
      <p>{t('quiz.path.note')}</p>
      {walked.map(({ run, number }) => (
        <RunPath key={run.seed} pack={pack} run={run} number={number} />
      ))}
    </details>
  );
}

function RunPath({ pack, run, number }: RunPathProps) {
  const { t } = useTranslation('officer');
  const { language } = useLanguage();
  const scenario = pack.scenarios[run.scenarioId];
  if (!scenario) return null;
  const words = wordsOf(pack, scenario, run.seed, language);
  return (
    <section>
      <h3>{t('quiz.path.run', { scenario: words.say(words.text.title), run: number })}</h3>
      <ol className="quiz-path">
        {explanationsOf(scenario, run, rulingOf(pack.course)).map(({ decision, option, verdict, after }) => {
          const text = words.text.decisions[decision.id];
          return (
            <li className="path-step" key={`${decision.id} ${option.id}`}>
              <p>{words.say(text?.question ?? decision.id)}</p>
              <p className="path-choice">{words.say(text?.options[option.id]?.label ?? option.id)}</p>
              <VerdictLine verdict={verdict} />
              <p className="quiet">{t('quiz.path.minutes', { stop: after.stopMinutes, hold: after.holdMinutes })}</p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
