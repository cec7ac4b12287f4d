import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askOnce } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { newItemId } from '../api/new-id.ts';
import { type Problem, useProblemWords } from '../api/problem.ts';
import { TextField } from '../ui/fields.tsx';

type AdministratorStepProps = { token: string; agency: string; onDone: () => void; onBack: () => void };

export function AdministratorStep({ token, agency, onDone, onBack }: AdministratorStepProps) {
  const { t } = useTranslation('setup');
  const words = useProblemWords();
  const [name, setName] = useState('');
  const [badge, setBadge] = useState('');
  const [rank, setRank] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tried, setTried] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const id = useRef(newItemId());
  const atBadge = problem?.field === 'badge';
  const missing = { name: !name.trim(), badge: !badge.trim(), again: password !== again };

  async function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isSending || missing.name || missing.badge || missing.again) return;
    setIsSending(true);
    const person = { id: id.current, name: name.trim(), badge: badge.trim(), rank: rank.trim(), password };
    const answer = await askOnce(() => api.api.setup.administrator.$post({ json: { ...person, token } }));
    setIsSending(false);
    if (answer.ok) onDone();
    else setProblem(answer.error);
  }

  return (
    <form className="form" noValidate onSubmit={(event) => void save(event)}>
      <p>{t('administrator.words', { agency })}</p>
      <TextField
        label={t('administrator.name')}
        name="name"
        autoComplete="name"
        value={name}
        max={120}
        fault={tried && missing.name && t('administrator.missing')}
        onChange={setName}
      />
      <TextField
        label={t('administrator.badge')}
        name="badge"
        autoComplete="username"
        value={badge}
        max={40}
        hint={t('administrator.badgeHint')}
        fault={(tried && missing.badge && t('administrator.missing')) || (atBadge && problem && words(problem))}
        onChange={setBadge}
      />
      <TextField label={t('administrator.rank')} name="rank" value={rank} max={60} onChange={setRank} />
      <TextField
        label={t('administrator.password')}
        name="password"
        type="password"
        autoComplete="new-password"
        value={password}
        hint={t('administrator.passwordHint')}
        fault={!atBadge && problem && words(problem)}
        onChange={setPassword}
      />
      <TextField
        label={t('administrator.again')}
        name="again"
        type="password"
        autoComplete="new-password"
        value={again}
        fault={tried && missing.again && t('administrator.notTheSame')}
        onChange={setAgain}
      />
      <div className="ways">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isSending ? t('administrator.saving') : t('administrator.save')}
        </button>
        <button type="button" className="button quiet" onClick={onBack}>
          {t('administrator.back')}
        </button>
      </div>
    </form>
  );
}
