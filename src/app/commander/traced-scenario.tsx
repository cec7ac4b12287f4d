import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CoursePack } from '#domain/course/pack.ts';
import type { ClauseTrace, TracedExplanation } from '#domain/course/traceability.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { wordsOf } from '../scenario/scenario-words.ts';

type TracedScenarioProps = { pack: CoursePack; trace: ClauseTrace; scenarioId: string };

/** The decisions of one scenario that concern the clause, each with the explanations to read again. */
export function TracedScenario({ pack, trace, scenarioId }: TracedScenarioProps) {
  const { t } = useTranslation('commander');
  const { language } = useLanguage();
  const scenario = pack.scenarios[scenarioId];
  if (!scenario) return null;
  const { say, text } = wordsOf(pack, scenario, scenarioId, language);
  const here = (each: { scenarioId: string }) => each.scenarioId === scenarioId;
  return (
    <li>
      <Link to={`/practice/${scenarioId}`}>
        {t('traceability.practise', { id: scenarioId, title: say(text.title) })}
      </Link>
      <ul>
        {trace.decisions.filter(here).map(({ decisionId, graded }) => {
          const words = text.decisions[decisionId];
          return (
            <li key={decisionId}>
              <p>
                {words && say(words.question)} {!graded && <span className="quiet">{t('traceability.byAgency')}</span>}
              </p>
              <ul>
                {trace.explanations
                  .filter((each) => here(each) && each.decisionId === decisionId)
                  .map(({ optionId, verdict }) => (
                    <li key={optionId} className="traced-explanation">
                      <VerdictMark verdict={verdict} /> {say(words?.options[optionId]?.label ?? optionId)}
                    </li>
                  ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </li>
  );
}

/** Shape, word and colour (WCAG 1.4.1). */
function VerdictMark({ verdict }: Pick<TracedExplanation, 'verdict'>) {
  const { t } = useTranslation('commander');
  return (
    <span className={`verdict-mark ${verdict}`}>
      <svg aria-hidden="true" viewBox="0 0 20 20" width="16" height="16">
        {verdict === 'right' && <path d="M3 10.5l4.5 4.5L17 5.5" />}
        {verdict === 'wrong' && <path d="M5 5l10 10M15 5L5 15" />}
        {verdict === 'coach' && <path d="M10 3a7 7 0 010 14zM10 3a7 7 0 100 14" />}
        {verdict === 'agency' && <path d="M3 3h14v14H3zM7 10h6" />}
      </svg>
      {t(`traceability.verdict.${verdict}`)}
    </span>
  );
}
