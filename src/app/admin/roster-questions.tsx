import { useTranslation } from 'react-i18next';
import type { Question } from '#domain/roster/import.ts';
import type { Import } from './use-import.ts';

/** A badge or a name that is known already: whether it is the same person only the agency can say. */
export function RosterQuestions({ questions, roster }: { questions: readonly Question[]; roster: Import }) {
  const { t } = useTranslation('roster');
  if (questions.length === 0) return null;
  const { answers } = roster.asked;
  const answer = (badge: string, officerId: string | null) =>
    roster.change({ answers: [...answers.filter((each) => each.badge !== badge), { badge, officerId }] });
  const answerOf = (badge: string) => answers.find((each) => each.badge === badge)?.officerId;
  return (
    <section aria-labelledby="roster-questions">
      <h2 id="roster-questions">{t('page.questions', { count: questions.length })}</h2>
      <p>{t('page.questionsWords')}</p>
      {questions.map(({ row, badge, name, candidates }) => (
        <fieldset key={badge} className="question">
          <legend>
            {t('page.who', { row, badge })} <bdi>{name}</bdi>
          </legend>
          {candidates.map((candidate) => (
            <label key={candidate.officerId}>
              <input
                type="radio"
                name={`who-${badge}`}
                checked={answerOf(badge) === candidate.officerId}
                onChange={() => answer(badge, candidate.officerId)}
              />
              <span>
                {t('page.same')} <bdi>{candidate.name}</bdi>, {candidate.badge}
              </span>
            </label>
          ))}
          <label>
            <input
              type="radio"
              name={`who-${badge}`}
              checked={answerOf(badge) === null}
              onChange={() => answer(badge, null)}
            />
            {t('page.another')}
          </label>
        </fieldset>
      ))}
    </section>
  );
}
