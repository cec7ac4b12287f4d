import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '#domain/roster/signed-in.ts';
import { answerRenewal, isRenewalWanted, onRenewal } from '../api/renewal.ts';
import { SignInForm } from './sign-in-form.tsx';

type RenewalProps = {
  /** Null for a learner whom this device kept: only opaque ids are, so the badge is asked for as well. */
  signedIn: SignedIn | null;
  proof: 'pin' | 'password';
  onSignedIn: (signedIn: SignedIn) => void;
  onSignOut: () => void;
};

/** Sign-in over the work when the session has ended: same person, nothing unmounted, calls that wait go on. */
export function Renewal(props: RenewalProps) {
  const isWanted = useSyncExternalStore(onRenewal, isRenewalWanted);
  // Leaving the door: calls that still wait get their 401.
  useEffect(() => () => answerRenewal(false), []);
  return isWanted && <RenewalDialog {...props} />;
}

function RenewalDialog({ signedIn, proof, onSignedIn, onSignOut }: RenewalProps) {
  const { t } = useTranslation('common');
  const dialog = useRef<HTMLDialogElement>(null);

  // Closed while it still stands in the page, so that the browser gives the focus back to the work (WCAG 2.4.3).
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  return (
    <dialog ref={dialog} className="renewal" aria-labelledby="renewal-title" onCancel={() => answerRenewal(false)}>
      <h2 id="renewal-title">{t('signIn.again.title')}</h2>
      <p>
        {signedIn
          ? t('signIn.again.words', { name: signedIn.name, badge: signedIn.badge })
          : t('recording.signed-out', { ns: 'errors' })}
      </p>
      <SignInForm
        proof={proof}
        {...(signedIn && { badge: signedIn.badge })}
        onSignedIn={(again) => {
          onSignedIn(again);
          answerRenewal(true);
        }}
      >
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            answerRenewal(false);
            onSignOut();
          }}
        >
          {signedIn ? t('signIn.again.somebodyElse', { name: signedIn.name }) : t('signIn.away.leave')}
        </button>
      </SignInForm>
    </dialog>
  );
}
