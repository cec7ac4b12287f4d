import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownCode } from '#domain/sign-in/entry-code.ts';
import { ProblemNote } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useDates } from '../api/use-dates.ts';
import { useSend } from '../api/use-send.ts';
import './people.css';

type VouchProps = { officerId: string; name: string; badge: string; onLeft: () => void };

/** The sergeant stands beside the officer: a code to read out, good for minutes, with which a PIN is chosen. */
export function Vouch({ officerId, name, badge, onLeft }: VouchProps) {
  const { t } = useTranslation('people');
  const dates = useDates();
  const { send, isSending, problem } = useSend();
  const [made, setMade] = useState<{ code: string; expiresAt: string } | null>(null);

  async function vouch() {
    const vouched = await send({ officerId }, (_id, inOwnName) =>
      ask(() => api.api.roster.people[':officerId'].vouch.$post({ param: { officerId }, json: {} }, inOwnName)),
    );
    if (vouched) setMade(vouched);
  }

  return (
    <>
      <p>{t('vouch.words', { name })}</p>
      {made ? (
        <div role="status">
          <p className="spoken-code">{shownCode(made.code)}</p>
          <p>{t('vouch.then', { badge, address: `${location.origin}/enter`, time: dates.time(made.expiresAt) })}</p>
        </div>
      ) : (
        problem && <ProblemNote problem={problem} />
      )}
      <div className="ways">
        {!made && (
          <button type="button" className="button" aria-disabled={isSending} onClick={() => void vouch()}>
            {t('vouch.vouch')}
          </button>
        )}
        <button type="button" className="button quiet" onClick={onLeft}>
          {made ? t('vouch.done') : t('vouch.notNow')}
        </button>
      </div>
    </>
  );
}
