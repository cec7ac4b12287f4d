import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote, Skeleton } from '../api/answered.tsx';
import { SessionProvider } from '../api/session.ts';
import { CardLine } from '../ui/card-line.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { Renewal } from './renewal.tsx';
import { SignInForm } from './sign-in-form.tsx';
import type { Account } from './use-account.ts';

type SignInGateProps = {
  account: Account;
  /** What this door asks for. A password opens every door, a PIN not the reports. */
  proof: 'pin' | 'password';
  door: 'training' | 'record' | 'rollCall' | 'commander' | 'admin';
  children: ReactNode;
};

/** Shows what is behind the door to a person who proved who they are, and asks anybody else. */
export function SignInGate({ account, proof, door, children }: SignInGateProps) {
  const { t } = useTranslation('common');
  const { agency, signedIn, isKnown, problem, again, signedInAs, signOut } = account;
  if (!agency || (!isKnown && !signedIn)) {
    return problem ? <ProblemNote problem={problem} again={again} /> : <Skeleton />;
  }
  if (!signedIn || (proof === 'password' && signedIn.proof === 'pin')) {
    return (
      <div className="sign-in-page">
        <PageHeading title={t('signIn.title')} />
        <p>{t(`signIn.door.${door}`)}</p>
        <SignInForm key={proof} proof={proof} onSignedIn={signedInAs} />
        <CardLine />
      </div>
    );
  }
  return (
    // Another person gets another screen: no state of the first one may survive (shared devices).
    <SessionProvider key={signedIn.officerId} value={{ agency, signedIn }}>
      {problem && <ProblemNote problem={problem} again={again} />}
      {children}
      <Renewal signedIn={signedIn} proof={proof} onSignedIn={signedInAs} onSignOut={() => void signOut()} />
    </SessionProvider>
  );
}
