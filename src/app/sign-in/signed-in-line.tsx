import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { SignedIn } from '#domain/roster/signed-in.ts';
import './sign-in.css';

type SignedInLineProps = { signedIn: SignedIn; onSignOut: () => void };

/** The end of the top line: the doors this person has, who it is, and the way out. */
export function SignedInLine({ signedIn, onSignOut }: SignedInLineProps) {
  const { t } = useTranslation('common');
  const { pathname } = useLocation();
  const doors = [
    { to: '/', isOpen: true, words: t('doors.training') },
    { to: '/roll-call', isOpen: signedIn.may['run-roll-call'], words: t('doors.rollCall') },
    { to: '/commander', isOpen: signedIn.may['see-report'], words: t('doors.commander') },
    { to: '/admin', isOpen: signedIn.may['keep-roster'], words: t('doors.admin') },
  ].filter(({ isOpen }) => isOpen);
  return (
    <div className="signed-in">
      {doors.length > 1 && (
        <nav aria-label={t('doors.label')} className="signed-in">
          {doors.map(({ to, words }) => (
            <Link key={to} to={to} aria-current={isWithin(pathname, to) ? 'page' : undefined}>
              {words}
            </Link>
          ))}
        </nav>
      )}
      <span>{t('signIn.as', { name: signedIn.name })}</span>
      <Link to="/record">{t('signIn.record')}</Link>
      <button type="button" onClick={onSignOut}>
        {t('signIn.out')}
      </button>
    </div>
  );
}

const isWithin = (pathname: string, door: string) =>
  door === '/' ? pathname === '/' : pathname === door || pathname.startsWith(`${door}/`);
