import { useTranslation } from 'react-i18next';
import type { CourseText } from '#domain/course/text.ts';
import './scenario.css';
import './explanation.css';

type ClauseLinesProps = { ids: readonly string[]; clauses: CourseText['clauses'] };

/** Clause id and short name; the rule itself opens below it. */
export function ClauseLines({ ids, clauses }: ClauseLinesProps) {
  const { t } = useTranslation('officer');
  return (
    <ul className="clause-lines">
      {ids.map((id) => (
        <li key={id}>
          <details>
            <summary>
              <b className="clause-id">{id}</b> {clauses[id]?.name}
              <span className="visually-hidden">{t('scenario.clauseOpens')}</span>
            </summary>
            <p>{clauses[id]?.rule}</p>
          </details>
        </li>
      ))}
    </ul>
  );
}
