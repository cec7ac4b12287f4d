import { Route, Routes } from 'react-router';
import en from '../../../locales/en/credits.json';
import enErrors from '../../../locales/en/errors-staff.json';
import es from '../../../locales/es/credits.json';
import esErrors from '../../../locales/es/errors-staff.json';
import { useSession } from '../api/session.ts';
import { addWords } from '../i18n/i18n.ts';
import '../people/people.css';
import { NotFound } from '../ui/not-found.tsx';
import './credits.css';
import { CreditsPage } from './credits-page.tsx';
import { PaperPage } from './paper-page.tsx';
import { ProposePage } from './propose-page.tsx';

addWords('credits', { en, es });
addWords('errors', { en: enErrors, es: esErrors });

/** Completions on the agency's word: who says so, who confirms it, and the sheets of paper. */
export function CreditPages() {
  const { may } = useSession().signedIn;
  if (!may.credit) return <NotFound />;
  return (
    <div className="credits">
      <Routes>
        <Route index element={<CreditsPage />} />
        <Route path="new" element={<ProposePage />} />
        {may['record-paper'] && <Route path="paper" element={<PaperPage />} />}
        <Route path="*" element={<NotFound />} />
      </Routes>
    </div>
  );
}
