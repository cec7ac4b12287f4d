import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import en from '../../../locales/en/practice.json';
import es from '../../../locales/es/practice.json';
import { Answered } from '../api/answered.tsx';
import { useCourse } from '../api/course.ts';
import type { Agency } from '../api/session.ts';
import { addWords } from '../i18n/i18n.ts';
import { NotFound } from '../ui/not-found.tsx';
import { PapersPage } from './papers-page.tsx';
import { PracticeList } from './practice-list.tsx';
import { PracticePage } from './practice-page.tsx';
import { ToList } from './to-list.tsx';
import './practice.css';

addWords('practice', { en, es });

/** For anyone, as often as they like: no name is asked, no evidence is made, and nothing is sent. */
export function PracticePages({ agency: { editionHash, reviewed } }: { agency: Agency }) {
  const { t } = useTranslation(['practice', 'officer']);
  const course = useCourse(editionHash);
  return (
    <div className="practice">
      <p className="practice-mark">{t('mark')}</p>
      {!reviewed && <p className="practice-mark sample">{t('officer:training.sample')}</p>}
      <Answered of={course}>
        {(pack) => (
          <Routes>
            <Route index element={<PracticeList pack={pack} />} />
            <Route path="papers" element={<PapersPage pack={pack} />} />
            <Route path=":id" element={<PracticePage pack={pack} />} />
            <Route path="*" element={<NotFound wayOn={<ToList />} />} />
          </Routes>
        )}
      </Answered>
    </div>
  );
}
