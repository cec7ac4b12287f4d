import { Route, Routes } from 'react-router';
import enErrors from '../../../locales/en/errors-staff.json';
import enPeople from '../../../locales/en/people.json';
import en from '../../../locales/en/roll-call.json';
import esErrors from '../../../locales/es/errors-staff.json';
import esPeople from '../../../locales/es/people.json';
import es from '../../../locales/es/roll-call.json';
import { addWords } from '../i18n/i18n.ts';
import { NotFound } from '../ui/not-found.tsx';
import './roll-call.css';
import './roster.css';
import { OwesPage } from './owes-page.tsx';
import { SquadPeoplePage } from './squad-people-page.tsx';
import { SquadsPage } from './squads-page.tsx';
import { StationPage } from './station-page.tsx';

addWords('roll-call', { en, es });
addWords('people', { en: enPeople, es: esPeople });
addWords('errors', { en: enErrors, es: esErrors });

/** The station device of the muster room: choose a squad, run the roll call, see who still owes what. */
export function RollCallPages() {
  return (
    <div className="roll-call">
      <Routes>
        <Route index element={<SquadsPage />} />
        <Route path="squads/:unitId" element={<OwesPage />} />
        <Route path="squads/:unitId/people" element={<SquadPeoplePage />} />
        <Route path=":rollCallId/*" element={<StationPage />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </div>
  );
}
