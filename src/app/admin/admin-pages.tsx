import { Route, Routes } from 'react-router';
import en from '../../../locales/en/roster.json';
import es from '../../../locales/es/roster.json';
import { useSession } from '../api/session.ts';
import { addWords } from '../i18n/i18n.ts';
import { NotFound } from '../ui/not-found.tsx';
import './admin.css';
import { RosterPage } from './roster-page.tsx';

addWords('roster', { en, es });
addWords('errors', { en: { roster: en.roster }, es: { roster: es.roster } });

/** What the administrator sets up. Anybody else meets the same face as at a wrong address. */
export function AdminPages() {
  const { signedIn } = useSession();
  if (!signedIn.may['import-roster']) return <NotFound />;
  return (
    <div className="admin">
      <Routes>
        <Route path="roster" element={<RosterPage />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </div>
  );
}
