import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetUp } from '#server/agency/set-up.ts';
import enAdmin from '../../../locales/en/errors-admin.json';
import enErrors from '../../../locales/en/errors-entry.json';
import enRoster from '../../../locales/en/roster.json';
import en from '../../../locales/en/setup.json';
import esAdmin from '../../../locales/es/errors-admin.json';
import esErrors from '../../../locales/es/errors-entry.json';
import esRoster from '../../../locales/es/roster.json';
import es from '../../../locales/es/setup.json';
import { ProblemNote } from '../api/answered.tsx';
import { askOnce } from '../api/ask.ts';
import { api } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import { addWords } from '../i18n/i18n.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { AdministratorStep } from './administrator-step.tsx';
import { AgencyStep } from './agency-step.tsx';

addWords('setup', { en, es });
addWords('errors', {
  en: { ...enErrors, ...enAdmin, roster: enRoster.roster },
  es: { ...esErrors, ...esAdmin, roster: esRoster.roster },
});

const keptAs = 'muster.setup';

/** The link of the terminal: kept in this tab, so that a reload goes on, and taken out of the address. */
function takeToken(): string {
  if (location.hash) {
    sessionStorage.setItem(keptAs, location.hash.slice(1));
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(keptAs) ?? '';
}

/** The first two steps of an agency: its name, and who administers it. Everything else is done by that person. */
export function SetupPage() {
  const { t } = useTranslation('setup');
  const [token] = useState(takeToken);
  const [known, setKnown] = useState<SetUp | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [goesBack, setGoesBack] = useState(false);

  useEffect(() => {
    void askOnce(() => api.api.setup.look.$post({ json: { token: token || 'none was in the address' } })).then(
      (answer) => (answer.ok ? setKnown(answer.value) : setProblem(answer.error)),
    );
  }, [token]);

  if (problem) {
    return (
      <>
        <PageHeading title={t('title')} />
        <ProblemNote problem={problem} />
      </>
    );
  }
  if (!known) return <Skeleton />;
  const isNamed = known.setUpAt !== null && !goesBack;
  return (
    <>
      <PageHeading title={isNamed ? t('administrator.title') : t('agency.title')} />
      <p className="quiet">{t('step', { at: isNamed ? 2 : 1 })}</p>
      {isNamed ? (
        <AdministratorStep
          token={token}
          agency={known.name}
          onDone={() => {
            sessionStorage.removeItem(keptAs);
            location.assign('/admin');
          }}
          onBack={() => setGoesBack(true)}
        />
      ) : (
        <AgencyStep
          token={token}
          known={known}
          onNamed={(named) => {
            setKnown(named);
            setGoesBack(false);
          }}
        />
      )}
    </>
  );
}
