import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import '../ui/shell.css';
import './lms.css';

type LmsFrameProps = {
  title: string;
  /** Nothing is recorded: somebody only looks. */
  isLook?: boolean;
  /** Without it there is nothing to leave, or it is being left. */
  onExit?: () => void;
  children: ReactNode;
};

/** The frame of the training inside an LMS: what it is, the language, and the way out. */
export function LmsFrame({ title, isLook = false, onExit, children }: LmsFrameProps) {
  const { t } = useTranslation(['lms', 'common']);
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t('common:shell.skip')}
      </a>
      <header>
        <div className="top-line">
          <span className="brand">{title}</span>
          <div className="top-line-end">
            <LanguageSwitch />
            {onExit && (
              <button type="button" className="button quiet" onClick={onExit}>
                {t('exit')}
              </button>
            )}
          </div>
        </div>
        {isLook && <p className="demo-mark">{t('look.mark')}</p>}
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
