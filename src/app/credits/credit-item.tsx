import { useTranslation } from 'react-i18next';
import type { CreditLine } from '#server/credits/list.ts';
import { ProblemNote } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useDates } from '../api/use-dates.ts';
import { useSend } from '../api/use-send.ts';

type Outcome = 'confirmed' | 'declined';
type CreditItemProps = { credit: CreditLine; onDecided: (outcome: Outcome) => void };

/** Whom it is about, who says it and why, and the second person's decision. */
export function CreditItem({ credit, onDecided }: CreditItemProps) {
  const { t } = useTranslation('credits');
  const dates = useDates();
  const { send, isSending, problem } = useSend();
  const { creditId, kind, officers, reason, heldOn, saidBy, saidAt, outcome, decidedBy, decidedAt } = credit;
  const names = officers.map(({ name }) => name).join(', ');

  async function decide(decided: Outcome) {
    const taken = await send({ creditId, decided }, (id, inOwnName) =>
      ask(() => api.api.credits.decisions.$post({ json: { id, creditId, outcome: decided } }, inOwnName)),
    );
    if (taken) onDecided(decided);
  }

  return (
    <li className="credit">
      <h2>{t(`item.${kind}.${outcome}`, { count: officers.length })}</h2>
      <ul>
        {officers.map(({ officerId, name, badge, unit }) => (
          <li key={officerId}>
            <bdi>{name}</bdi> · {badge} · {unit}
          </li>
        ))}
      </ul>
      {reason && <p>{t('item.reason', { reason })}</p>}
      {heldOn && <p>{t('item.heldOn', { day: dates.calendarDay(heldOn) })}</p>}
      <p className="quiet">
        {t('item.said', { by: saidBy, at: dates.dayAndTime(saidAt) })}{' '}
        {kind === 'administrative' &&
          decidedBy &&
          decidedAt &&
          t(`item.decided.${outcome}`, { by: decidedBy, at: dates.dayAndTime(decidedAt) })}
      </p>
      {credit.hasScan && (
        <p>
          <a href={`/api/credits/${encodeURIComponent(creditId)}/scan`} target="_blank" rel="noreferrer">
            {t('item.scan')}
          </a>
        </p>
      )}
      {problem && <ProblemNote problem={problem} />}
      {outcome === 'open' && !credit.mayDecide && <p>{t('item.another')}</p>}
      {credit.mayDecide && (
        <p className="ways">
          {(['confirmed', 'declined'] as const).map((each) => (
            <button
              key={each}
              type="button"
              className={each === 'confirmed' ? 'button' : 'button quiet'}
              aria-disabled={isSending}
              aria-label={t(`item.decideOf.${each}`, { names })}
              onClick={() => void decide(each)}
            >
              {t(`item.decide.${each}`)}
            </button>
          ))}
        </p>
      )}
    </li>
  );
}
