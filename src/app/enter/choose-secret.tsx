import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pinFault } from '#domain/sign-in/pin.ts';
import { askOnce } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { type Problem, useProblemWords } from '../api/problem.ts';
import { TextField } from '../ui/fields.tsx';
import type { CodeGiven } from './code-step.tsx';

type ChooseSecretProps = { given: CodeGiven; onWrongCode: () => void };

/** Twice, since nobody sees what is typed; the server looks at it once more. */
export function ChooseSecret({ given, onWrongCode }: ChooseSecretProps) {
  const { badge, code, name, proof } = given;
  const { t } = useTranslation('enter');
  const words = useProblemWords();
  const [secret, setSecret] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<Problem | null>(null);
  const [isOther, setIsOther] = useState(false);
  const [isAsking, setIsAsking] = useState(false);

  async function choose(event: FormEvent) {
    event.preventDefault();
    if (isAsking) return;
    const weak = proof === 'pin' ? pinFault(secret, badge) : null;
    setFault(weak && { code: weak, status: 422 });
    setIsOther(!weak && secret !== again);
    if (weak || secret !== again) return;
    setIsAsking(true);
    const answer = await askOnce(() => api.api['sign-in'].code.$post({ json: { badge, code, secret } }));
    setIsAsking(false);
    if (!answer.ok) return answer.error.code === 'code.wrong' ? onWrongCode() : setFault(answer.error);
    // Another page and another person: whatever this one knew goes.
    location.assign(proof === 'pin' ? '/' : answer.value.may['set-up-agency'] ? '/admin' : '/commander');
  }

  const field = { type: 'password', inputMode: proof === 'pin' ? 'numeric' : 'text' } as const;
  return (
    <form className="form" noValidate onSubmit={(event) => void choose(event)}>
      <p>{t('choose.hello', { name })}</p>
      <TextField
        {...field}
        label={t(`choose.${proof}.label`)}
        name="secret"
        autoComplete={proof === 'pin' ? 'off' : 'new-password'}
        value={secret}
        hint={t(`choose.${proof}.hint`)}
        fault={fault && words(fault)}
        onChange={setSecret}
      />
      <TextField
        {...field}
        label={t(`choose.${proof}.again`)}
        name="again"
        autoComplete={proof === 'pin' ? 'off' : 'new-password'}
        value={again}
        fault={isOther && t('choose.notTheSame')}
        onChange={setAgain}
      />
      <div className="ways">
        <button type="submit" className="button" aria-disabled={isAsking}>
          {t('choose.choose')}
        </button>
      </div>
    </form>
  );
}
