import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type EvidenceGrade, grades, type Standing, standings } from '#domain/completion/completion.ts';
import { Answered } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { OfficersTable } from './officers-table.tsx';

const isStanding = (value: string | null): value is Standing => standings.some((each) => each === value);

const isGrade = (value: string | null): value is EvidenceGrade => grades.some((each) => each === value);

/** The officers of a unit and all below it. The address holds the filter, so that a list can be kept and shared. */
export function OfficersList({ unitId }: { unitId: string }) {
  const { t } = useTranslation('commander');
  const [search, setSearch] = useSearchParams();
  const asked = search.get('standing');
  const standing = isStanding(asked) ? asked : null;
  const isLate = search.get('late') === 'true';
  const askedGrade = search.get('grade');
  const grade = isGrade(askedGrade) ? askedGrade : null;
  const isDirect = search.get('direct') === 'true';
  const query = {
    ...(standing && { standing }),
    ...(isLate && { late: 'true' as const }),
    ...(grade && { grade }),
    ...(isDirect && { direct: 'true' as const }),
  };
  const officers = useAnswer(`officers ${unitId} ${standing} ${isLate} ${grade} ${isDirect}`, () =>
    ask(() => api.api.reports.units[':unitId'].officers.$get({ param: { unitId }, query })),
  );
  const filterId = useId();
  const gradeId = useId();

  const filter = (name: string, value: string) =>
    setSearch(
      (before) => {
        before.set('officers', 'all');
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );

  return (
    <section aria-labelledby="officers">
      <h2 id="officers">{t('officers.title')}</h2>
      <div className="filter">
        <label htmlFor={filterId}>{t('officers.filter')}</label>
        <select id={filterId} value={standing ?? ''} onChange={(event) => filter('standing', event.target.value)}>
          <option value="">{t('officers.all')}</option>
          {standings.map((each) => (
            <option key={each} value={each}>
              {t(`state.${each}`)}
            </option>
          ))}
        </select>
        <label htmlFor={gradeId}>{t('officers.grade')}</label>
        <select id={gradeId} value={grade ?? ''} onChange={(event) => filter('grade', event.target.value)}>
          <option value="">{t('officers.anyGrade')}</option>
          {grades.map((each) => (
            <option key={each} value={each}>
              {t(`grade.${each}`)}
            </option>
          ))}
        </select>
        <label className="check">
          <input
            type="checkbox"
            checked={isLate}
            onChange={(event) => filter('late', event.target.checked ? 'true' : '')}
          />
          {t('officers.lateOnly')}
        </label>
        {isDirect && (
          <label className="check">
            <input type="checkbox" checked onChange={() => filter('direct', '')} />
            {t('officers.directOnly')}
          </label>
        )}
        <a
          className="button quiet"
          href={`/api/reports/units/${encodeURIComponent(unitId)}/officers.csv?${new URLSearchParams(query)}`}
          download
        >
          {t('officers.csv')}
        </a>
      </div>
      <Answered of={officers}>{({ officers: lines }) => <OfficersTable lines={lines} />}</Answered>
    </section>
  );
}
