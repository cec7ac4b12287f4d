import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { UnitReport } from '#domain/completion/report.ts';
import { Answered } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { GradesLine } from './grades-line.tsx';
import { OfficersList } from './officers-list.tsx';
import { ReviewLink } from './review-link.tsx';
import { UnitsTable } from './units-table.tsx';
import { useNeediest } from './use-neediest.ts';

/** One unit and what is below it; without an id the topmost that the reader may see. */
export function UnitPage() {
  const { unitId = 'mine' } = useParams();
  const report = useAnswer(`unit ${unitId}`, () =>
    ask(() => api.api.reports.units[':unitId'].$get({ param: { unitId } })),
  );
  return <Answered of={report}>{(known) => <Unit key={known.unit.unitId} report={known} />}</Answered>;
}

function Unit({ report: { unit, path, units } }: { report: UnitReport }) {
  const { t } = useTranslation('commander');
  const { signedIn } = useSession();
  const [search] = useSearchParams();
  const showsOfficers = !unit.hasUnits || ['officers', 'standing', 'late', 'grade'].some((name) => search.has(name));
  return (
    <>
      <Breadcrumb
        path={path.map(({ unitId, name }) => ({ to: `/commander/units/${unitId}`, name }))}
        here={unit.name}
      />
      <PageHeading title={unit.name}>
        <span className="eyebrow">{unit.name}</span> <Sentence of={{ unit, path, units }} />
      </PageHeading>
      {unit.counts.done > 0 && <GradesLine counts={unit.counts} />}
      {unit.counts.officers === 0 && <p>{t('unit.empty')}</p>}
      {unit.counts.spared > 0 && <p className="quiet">{t('unit.spared', { count: unit.counts.spared })}</p>}
      {unit.hasUnits && <UnitsTable units={units} />}
      <p className="ways">
        {unit.hasUnits && !showsOfficers && (
          <Link className="button quiet" to={`/commander/units/${unit.unitId}?officers=all`}>
            {t('unit.showOfficers', { count: unit.counts.officers })}
          </Link>
        )}
        {unit.hasUnits && (
          <a className="button quiet" href={`/api/reports/units/${encodeURIComponent(unit.unitId)}.csv`} download>
            {t('unit.csv')}
          </a>
        )}
        {signedIn.may['review-watching'] && <ReviewLink />}
        {signedIn.may.credit && <Link to="/commander/credits">{t('unit.credits')}</Link>}
        {signedIn.may['see-path'] && <Link to="/commander/traceability">{t('traceability.link')}</Link>}
      </p>
      {showsOfficers && unit.counts.officers > 0 && <OfficersList unitId={unit.unitId} />}
    </>
  );
}

/** What a commander with two minutes reads: who has completed, who has not, and who needs looking after. */
function Sentence({ of: report }: { of: UnitReport }) {
  const { t } = useTranslation('commander');
  const { officers, done, late, dueOnReturn, needsTalk } = report.unit.counts;
  const need = useNeediest(report);
  if (officers === 0) return t('sentence.nobody');
  return (
    <>
      {t('sentence.done', { done, officers })} {done < officers && t('sentence.open', { late, dueOnReturn })}{' '}
      {needsTalk > 0 && t('sentence.talk', { count: needsTalk })}{' '}
      {need && (
        <Link to={`/commander/units/${need.unitId}`}>
          {t('sentence.need', { unit: need.names.slice(-namedAtMost).join(', ') })}
        </Link>
      )}
    </>
  );
}

/** "District 5, Evening Shift, Squad B": what stands above is where the reader comes from. */
const namedAtMost = 3;
