import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { askOnce } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { type Problem, useProblemWords } from '../api/problem.ts';
import type { Slip } from '../people/slip-address.ts';
import { TextField } from '../ui/fields.tsx';

export type CodeGiven = Slip & { name: string; proof: 'pin' | 'password' };

type CodeStepProps = { slip: Slip; onGiven: (given: CodeGiven) => void };

export function CodeStep({ slip, onGiven }: CodeStepProps) {
  const { t } = useTranslation('enter');
  const words = useProblemWords();
  const [badge, setBadge] = useState(slip.badge);
  const [code, setCode] = useState(slip.code);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [isIncomplete, setIsIncomplete] = useState(false);

  async function look(event: FormEvent) {
    event.preventDefault();
    const typed = { badge: badge.trim(), code: code.trim() };
    setIsIncomplete(!typed.badge || typed.code.length < 8);
    if (isAsking || !typed.badge || typed.code.length < 8) return;
    setIsAsking(true);
    const answer = await askOnce(() => api.api['sign-in'].code.look.$post({ json: typed }));
    setIsAsking(false);
    if (answer.ok) onGiven({ ...typed, ...answer.value });
    else setProblem(answer.error);
  }

  return (
    <form className="form" noValidate onSubmit={(event) => void look(event)}>
      <TextField
        label={t('code.badge')}
        name="badge"
        autoComplete="username"
        value={badge}
        max={40}
        onChange={setBadge}
      />
      <TextField
        label={t('code.code')}
        name="code"
        value={code}
        max={40}
        hint={t('code.hint')}
        fault={(isIncomplete && t('code.incomplete')) || (problem && words(problem))}
        onChange={setCode}
      />
      <div className="ways">
        <button type="submit" className="button" aria-disabled={isAsking}>
          {t('code.next')}
        </button>
        <Link to="/">{t('code.back')}</Link>
      </div>
    </form>
  );
}
