import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemNote } from '../api/answered.tsx';
import { FileField } from '../ui/file-field.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { BackLink } from './back-link.tsx';
import { RosterColumns } from './roster-columns.tsx';
import { RosterPlan } from './roster-plan.tsx';
import { RosterQuestions } from './roster-questions.tsx';
import { useImport } from './use-import.ts';

/** A list of the agency's people: chosen, its columns told apart, every change seen, and only then imported. */
export function RosterPage() {
  const { t } = useTranslation('roster');
  const roster = useImport();
  const { plan: seen, imported, problem, doing, isCurrent } = roster;
  const questions = seen?.plan?.questions.length ?? 0;
  const mayImport = seen?.plan && isCurrent && questions === 0 && doing === null;
  return (
    <>
      <PageHeading title={t('page.title')} />
      <p>{t('page.words')}</p>
      <FileField
        label={t('page.file')}
        name="roster"
        accept=".csv,.tsv,.txt,.xlsx"
        onFile={(file) => void (file && roster.choose(file))}
      />
      <p className="doing" role="status">
        {doing && (
          <>
            {t(`page.${doing}`)} <progress aria-label={t(`page.${doing}`)} />
          </>
        )}
      </p>
      {problem && <ProblemNote problem={problem} />}
      {seen && !imported && (
        <>
          <RosterColumns roster={roster} seen={seen} />
          {seen.plan && <RosterQuestions questions={seen.plan.questions} roster={roster} />}
          {seen.plan && (
            <RosterPlan plan={seen.plan} rights={seen.rights} onSaveFailed={() => void roster.saveFailed()} />
          )}
          {!isCurrent && <p>{t('page.lookAgain')}</p>}
          <div className="ways">
            <button type="button" className="button quiet" disabled={doing !== null} onClick={() => void roster.look()}>
              {t('page.look')}
            </button>
            <button type="button" className="button" disabled={!mayImport} onClick={() => void roster.importIt()}>
              {t('page.import')}
            </button>
          </div>
        </>
      )}
      {imported && (
        <>
          <p className="imported" role="status">
            {t('page.imported', { ...imported.counts, receipt: imported.receipt })}
          </p>
          <p>
            <Link to="/admin/people">{t('page.toPeople')}</Link>
          </p>
        </>
      )}
      <BackLink />
    </>
  );
}
