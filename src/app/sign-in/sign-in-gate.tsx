import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { countWaiting } from '#recording/outbox-shelf.ts';
import { countAtStation } from '#recording/station-shelf.ts';
import { ProblemNote } from '../api/answered.tsx';
import { SessionProvider } from '../api/session.ts';
import { CardLine } from '../ui/card-line.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Renewal } from './renewal.tsx';
import { SignInForm } from './sign-in-form.tsx';
import type { Account } from './use-account.ts';

type SignInGateProps = {
  account: Account;
  /** What this door asks for. A password opens every door, a PIN not the reports. */
  proof: 'pin' | 'password';
  door: 'training' | 'record' | 'rollCall' | 'commander' | 'admin';
  /** What is behind the door; as a function of whose it is, it also opens to the learner whom this device kept. */
  children: ReactNode | ((learnerId: string) => ReactNode);
};

/** Shows what is behind the door to a person who proved who they are, and asks anybody else. */
export function SignInGate({ account, proof, door, children }: SignInGateProps) {
  const { t } = useTranslation('common');
  const { agency, signedIn, isKnown, problem, again, signedInAs, signOut, leave } = account;
  const waiting = useWaiting(account);
  const away = typeof children === 'function' ? account.away : null;
  if (!away && (!agency || (!isKnown && !signedIn))) {
    if (!problem) return <Skeleton />;
    return (
      <>
        <ProblemNote problem={problem} again={again} />
        <WaitingLine of={waiting} />
      </>
    );
  }
  if (agency && !agency.isSetUp) return <NotSetUp />;
  const here = signedIn && (proof === 'pin' || signedIn.proof !== 'pin') ? signedIn.officerId : away;
  if (here === null) {
    return (
      <div className="sign-in-page">
        <PageHeading title={t('signIn.title')} />
        <p>{t(`signIn.door.${door}`)}</p>
        <SignInForm key={proof} proof={proof} onSignedIn={signedInAs} />
        <p className="other-way">
          <Link to="/enter">{t(proof === 'pin' ? 'signIn.noPin' : 'signIn.noPassword')}</Link>
        </p>
        <WaitingLine of={waiting} />
        <CardLine />
      </div>
    );
  }
  return (
    // Another person gets another screen: no state of the first one may survive (shared devices).
    <SessionProvider key={here} value={agency && signedIn && { agency, signedIn }}>
      {signedIn ? problem && <ProblemNote problem={problem} again={again} /> : <AwayLine onLeave={leave} />}
      {typeof children === 'function' ? children(here) : children}
      <Renewal signedIn={signedIn} proof={proof} onSignedIn={signedInAs} onSignOut={() => void signOut()} />
    </SessionProvider>
  );
}

/** Nobody can sign in before there is anybody: the link for it is where the program was started. */
function NotSetUp() {
  const { t } = useTranslation('common');
  return (
    <div className="sign-in-page">
      <PageHeading title={t('notSetUp.title')} />
      <p>{t('notSetUp.words')}</p>
      <CardLine />
    </div>
  );
}

/** What lies on this device and is not sent, asked whenever somebody may have left it. */
function useWaiting({ signedIn }: Account): Waiting {
  const [waiting, setWaiting] = useState<Waiting>({ training: 0, rollCall: 0 });
  useEffect(() => {
    if (signedIn) return;
    const none = () => 0;
    void Promise.all([countWaiting().catch(none), countAtStation().catch(none)]).then(([training, rollCall]) =>
      setWaiting({ training, rollCall }),
    );
  }, [signedIn]);
  return waiting;
}

type Waiting = { training: number; rollCall: number };

function WaitingLine({ of: { training, rollCall } }: { of: Waiting }) {
  const { t } = useTranslation('common');
  return (
    <>
      {training > 0 && <p className="quiet">{t('signIn.waiting', { count: training })}</p>}
      {rollCall > 0 && <p className="quiet">{t('signIn.atStation', { count: rollCall })}</p>}
    </>
  );
}

/** Nobody is signed in here, and it says so: what is done is sent only under the sign-in of the same person. */
function AwayLine({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation('common');
  return (
    <p className="away-line">
      {t('signIn.away.words')}{' '}
      <button type="button" className="button quiet" onClick={onLeave}>
        {t('signIn.away.leave')}
      </button>
    </p>
  );
}
