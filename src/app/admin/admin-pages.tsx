import { Route, Routes } from 'react-router';
import en from '../../../locales/en/admin.json';
import enErrors from '../../../locales/en/errors-admin.json';
import enStaff from '../../../locales/en/errors-staff.json';
import enPeople from '../../../locales/en/people.json';
import enRoster from '../../../locales/en/roster.json';
import es from '../../../locales/es/admin.json';
import esErrors from '../../../locales/es/errors-admin.json';
import esStaff from '../../../locales/es/errors-staff.json';
import esPeople from '../../../locales/es/people.json';
import esRoster from '../../../locales/es/roster.json';
import { useSession } from '../api/session.ts';
import { addWords } from '../i18n/i18n.ts';
import { NotFound } from '../ui/not-found.tsx';
import './admin.css';
import { AgencyPage } from './agency-page.tsx';
import { DashboardPage } from './dashboard-page.tsx';
import { OrderPage } from './order-page.tsx';
import { PeoplePage } from './people-page.tsx';
import { PersonPage } from './person-page.tsx';
import { RosterPage } from './roster-page.tsx';
import { SlipsPage } from './slips-page.tsx';
import { UnitsPage } from './units-page.tsx';
import { WindowPage } from './window-page.tsx';

addWords('admin', { en, es });
addWords('people', { en: enPeople, es: esPeople });
addWords('roster', { en: enRoster, es: esRoster });
addWords('errors', {
  en: { ...enStaff, ...enErrors, roster: enRoster.roster },
  es: { ...esStaff, ...esErrors, roster: esRoster.roster },
});

/** What the administrator sets up. Anybody else meets the same face as at a wrong address. */
export function AdminPages() {
  const { may } = useSession().signedIn;
  if (!may['keep-roster']) return <NotFound />;
  return (
    <div className="admin">
      <Routes>
        {may['set-up-agency'] && <Route index element={<DashboardPage />} />}
        {may['set-up-agency'] && <Route path="agency" element={<AgencyPage />} />}
        {may['set-up-agency'] && <Route path="order" element={<OrderPage />} />}
        {may['set-up-agency'] && <Route path="window" element={<WindowPage />} />}
        {may['set-up-agency'] && <Route path="units" element={<UnitsPage />} />}
        {may['set-up-agency'] && <Route path="slips" element={<SlipsPage />} />}
        {may['import-roster'] && <Route path="roster" element={<RosterPage />} />}
        <Route path="people" element={<PeoplePage />} />
        <Route path="people/:officerId" element={<PersonPage />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </div>
  );
}
