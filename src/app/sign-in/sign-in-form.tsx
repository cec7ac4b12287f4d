import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '#domain/roster/signed-in.ts';
import { askOnce } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { type Problem, useProblemWords } from '../api/problem.ts';
import './sign-in.css';

type SignInFormProps = {
  proof: 'pin' | 'password';
  /** Fixed where a session is renewed: only the same person may go on with the work. */
  badge?: string;
  onSignedIn: (signedIn: SignedIn) => void;
  /** A second way, beside the button. */
  children?: ReactNode;
};

/** Worded here, in the language of the screen; the browser's own messages speak the language of the browser. */
const incomplete = {
  pin: { code: 'sign-in.pinIncomplete', status: 422 },
  password: { code: 'sign-in.passwordIncomplete', status: 422 },
};

/** Badge and PIN, or badge and password, and nothing else (look "Sign-in"). */
export function SignInForm({ proof, badge, onSignedIn, children }: SignInFormProps) {
  const { t } = useTranslation('common');
  const words = useProblemWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const secret = useRef<HTMLInputElement>(null);
  const errorId = useId();

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // A second press while the first is asked would be another try.
    if (isAsking) return;
    const entered = new FormData(event.currentTarget);
    const name = badge ?? String(entered.get('badge')).trim();
    const proved = String(entered.get('secret'));
    if (!name || !(proof === 'pin' ? /^\d{6,12}$/ : /./).test(proved)) return refused(incomplete[proof]);
    setIsAsking(true);
    const answer = await askOnce(() =>
      proof === 'pin'
        ? api.api['sign-in'].pin.$post({ json: { badge: name, pin: proved } })
        : api.api['sign-in'].password.$post({ json: { badge: name, password: proved } }),
    );
    setIsAsking(false);
    if (answer.ok) onSignedIn(answer.value);
    else refused(answer.error);
  }

  function refused(why: Problem) {
    setProblem(why);
    if (!secret.current) return;
    secret.current.value = '';
    secret.current.focus();
  }

  return (
    <form className="sign-in" noValidate onSubmit={(event) => void signIn(event)}>
      {badge === undefined && (
        <label>
          {t('signIn.badge')}
          <input name="badge" autoComplete="username" autoCapitalize="characters" spellCheck={false} required />
        </label>
      )}
      <label>
        {t(`signIn.${proof}`)}
        <input
          ref={secret}
          name="secret"
          type="password"
          inputMode={proof === 'pin' ? 'numeric' : 'text'}
          // A PIN is typed on shared devices: the browser must not offer to keep it.
          autoComplete={proof === 'pin' ? 'off' : 'current-password'}
          aria-invalid={problem !== null}
          aria-describedby={errorId}
          required
        />
      </label>
      <p id={errorId} className="sign-in-error" role="alert">
        {problem && words(problem)}
      </p>
      <div className="sign-in-ways">
        <button type="submit" className="button" aria-disabled={isAsking}>
          {isAsking ? t('signIn.asking') : t('signIn.submit')}
        </button>
        {children}
      </div>
    </form>
  );
}
