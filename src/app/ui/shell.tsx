import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from './language-switch.tsx';
import './shell.css';

type ShellProps = {
  agency: { name: string; demo: boolean; isSetUp?: boolean } | null;
  /** Signed-in person, sign-out: what stands at the end of the top line. */
  aside?: ReactNode;
  night?: boolean;
  children: ReactNode;
};

/** The frame of every screen: skip link, name, language switch, the demo mark, and the one main region. */
export function Shell({ agency, aside, night = false, children }: ShellProps) {
  const { t } = useTranslation('common');
  return (
    <div className={night ? 'shell night' : 'shell'}>
      <a className="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      <header>
        <div className="top-line">
          <span className="brand">{t('shell.brand')}</span>
          {agency && agency.isSetUp !== false && <span className="agency-name">{agency.name}</span>}
          <div className="top-line-end">
            {aside}
            <LanguageSwitch />
          </div>
        </div>
        {agency?.demo && <p className="demo-mark">{t('shell.demo')}</p>}
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
