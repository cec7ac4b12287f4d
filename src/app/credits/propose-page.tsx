import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { OfficerLine } from '#domain/completion/report.ts';
import { ProblemNote } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { useSend } from '../api/use-send.ts';
import { TextField } from '../ui/fields.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { OfficerChoice } from './officer-choice.tsx';

const shortestReason = 10;

/** One says why these people know it already. Nobody has completed anything before another person confirms it. */
export function ProposePage() {
  const { t } = useTranslation('credits');
  const navigate = useNavigate();
  const { editionHash } = useSession().agency;
  const [chosen, setChosen] = useState<OfficerLine[]>([]);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { send, isSending, problem } = useSend();
  const isShort = reason.trim().length < shortestReason;

  async function propose(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (chosen.length === 0 || isShort) return;
    const item = { editionHash, officerIds: chosen.map(({ officerId }) => officerId), reason: reason.trim() };
    const taken = await send(item, (id, inOwnName) =>
      ask(() => api.api.credits.$post({ json: { id, ...item } }, inOwnName)),
    );
    if (taken) void navigate('/commander/credits');
  }

  return (
    <>
      <PageHeading title={t('propose.title')} />
      <p>{t('propose.words')}</p>
      <form className="form" noValidate onSubmit={(event) => void propose(event)}>
        <OfficerChoice chosen={chosen} fault={tried && chosen.length === 0 && t('who.nobody')} onChosen={setChosen} />
        <TextField
          label={t('propose.reason')}
          name="reason"
          rows={3}
          max={500}
          value={reason}
          hint={t('propose.reasonHint')}
          fault={tried && isShort && t('propose.short')}
          onChange={setReason}
        />
        {problem && <ProblemNote problem={problem} />}
        <div className="ways">
          <button type="submit" className="button" aria-disabled={isSending}>
            {t('propose.send')}
          </button>
          <Link to="/commander/credits">{t('leave')}</Link>
        </div>
      </form>
    </>
  );
}
