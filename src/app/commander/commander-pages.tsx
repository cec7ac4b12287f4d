import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import en from '../../../locales/en/commander.json';
import enErrors from '../../../locales/en/errors-staff.json';
import enRecord from '../../../locales/en/record.json';
import es from '../../../locales/es/commander.json';
import esErrors from '../../../locales/es/errors-staff.json';
import esRecord from '../../../locales/es/record.json';
import { useSession } from '../api/session.ts';
import { addWords } from '../i18n/i18n.ts';
import { NotFound } from '../ui/not-found.tsx';
import './commander.css';
import './report-tables.css';
import { OfficerPage } from './officer-page.tsx';
import { ReviewOfficerPage } from './review-officer-page.tsx';
import { ReviewPage } from './review-page.tsx';
import { UnitPage } from './unit-page.tsx';

addWords('commander', { en, es });
addWords('errors', { en: enErrors, es: esErrors });
addWords('record', { en: enRecord, es: esRecord });

const TraceabilityPage = lazy(async () => ({ default: (await import('./traceability-page.tsx')).TraceabilityPage }));

/** Who has completed, who has not, and why. An account without reports meets the same face as a wrong address. */
export function CommanderPages() {
  const { signedIn } = useSession();
  if (!signedIn.may['see-report']) return <NotFound />;
  return (
    <div className="commander">
      <Routes>
        <Route index element={<UnitPage />} />
        <Route path="units/:unitId" element={<UnitPage />} />
        <Route path="officers/:officerId" element={<OfficerPage />} />
        {signedIn.may['see-path'] && <Route path="traceability" element={<TraceabilityPage />} />}
        {signedIn.may['review-watching'] && <Route path="review" element={<ReviewPage />} />}
        {signedIn.may['review-watching'] && <Route path="review/:officerId" element={<ReviewOfficerPage />} />}
        <Route path="*" element={<NotFound />} />
      </Routes>
    </div>
  );
}
