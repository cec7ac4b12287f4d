import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonSeen } from '#server/roster/people.ts';
import { ProblemNote } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useDates } from '../api/use-dates.ts';
import { useSend } from '../api/use-send.ts';
import { TextField } from '../ui/fields.tsx';

const shortestReason = 10;

/** Who owes nothing of the training of now, with the reason that stays on record. */
export function Exemption({ person, onChanged }: { person: PersonSeen; onChanged: () => void }) {
  const { t } = useTranslation('admin');
  const dates = useDates();
  const [reason, setReason] = useState('');
  const [isShort, setIsShort] = useState(false);
  const { send, isSending, problem } = useSend();
  const { officerId, currentEdition: editionHash, exemptions } = person;
  const now = exemptions.find((each) => each.editionHash === editionHash);

  async function give(event: FormEvent) {
    event.preventDefault();
    setIsShort(reason.trim().length < shortestReason);
    if (reason.trim().length < shortestReason) return;
    const item = { editionHash, reason: reason.trim() };
    const given = await send(item, (id, inOwnName) =>
      ask(() =>
        api.api.roster.people[':officerId'].exemption.$post({ param: { officerId }, json: { id, ...item } }, inOwnName),
      ),
    );
    if (given) onChanged();
  }
  async function end() {
    const ended = await send({ end: editionHash }, (id, inOwnName) =>
      ask(() =>
        api.api.roster.people[':officerId'].exemption.end.$post(
          { param: { officerId }, json: { id, editionHash } },
          inOwnName,
        ),
      ),
    );
    if (ended) onChanged();
  }

  return (
    <section aria-labelledby="exemption">
      <h2 id="exemption">{t('exemption.title')}</h2>
      {now ? (
        <>
          <p>{t('exemption.is', { by: now.givenBy, at: dates.day(now.givenAt), reason: now.reason })}</p>
          {problem && <ProblemNote problem={problem} />}
          <button type="button" className="button quiet" aria-disabled={isSending} onClick={() => void end()}>
            {t('exemption.end')}
          </button>
        </>
      ) : (
        <details className="more">
          <summary>{t('exemption.giveOne')}</summary>
          <form className="form" noValidate onSubmit={(event) => void give(event)}>
            <TextField
              label={t('exemption.reason')}
              name="reason"
              rows={2}
              max={500}
              value={reason}
              hint={t('exemption.hint')}
              fault={isShort && t('exemption.short')}
              onChange={setReason}
            />
            {problem && <ProblemNote problem={problem} />}
            <div className="ways">
              <button type="submit" className="button quiet" aria-disabled={isSending}>
                {t('exemption.give')}
              </button>
            </div>
          </form>
        </details>
      )}
    </section>
  );
}
