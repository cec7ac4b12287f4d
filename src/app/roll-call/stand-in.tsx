import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestShiftHours } from '#domain/roster/grant.ts';
import type { SquadPeople } from '#server/roster/squad-people.ts';
import { ProblemNote } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useSend } from '../api/use-send.ts';
import { ChoiceField } from '../ui/fields.tsx';

type StandInProps = {
  person: SquadPeople['people'][number];
  unitId: string;
  onChanged: () => void;
  onLeft: () => void;
};

const hours = [4, 8, 10, 12, longestShiftHours];

/** Somebody runs the roll call in the sergeant's place, for one shift, on the word of whoever leads the squad. */
export function StandIn({ person, unitId, onChanged, onLeft }: StandInProps) {
  const { t } = useTranslation('roll-call');
  const [length, setLength] = useState('10');
  const { send, isSending, problem } = useSend();
  const { officerId, name, acting } = person;

  async function give() {
    const until = new Date(Date.now() + Number(length) * 3_600_000 - 60_000).toISOString();
    const named = await send({ unitId, length }, (id, inOwnName) =>
      ask(() =>
        api.api.grants[':officerId'].$post(
          { param: { officerId }, json: { id, role: 'supervisor' as const, unitId, until } },
          inOwnName,
        ),
      ),
    );
    if (named) onChanged();
  }
  async function end() {
    const grantId = acting?.grantId ?? '';
    const ended = await send({ grantId }, (id, inOwnName) =>
      ask(() => api.api.grants[':officerId'].end.$post({ param: { officerId }, json: { id, grantId } }, inOwnName)),
    );
    if (ended) onChanged();
  }

  return (
    <>
      <p>{t('standIn.words', { name })}</p>
      {!acting && (
        <ChoiceField
          label={t('standIn.length')}
          name="length"
          value={length}
          onChange={setLength}
          options={hours.map((count) => ({ value: String(count), label: t('standIn.hours', { count }) }))}
        />
      )}
      {problem && <ProblemNote problem={problem} />}
      <div className="ways">
        <button
          type="button"
          className="button"
          aria-disabled={isSending}
          onClick={() => void (acting ? end() : give())}
        >
          {acting ? t('standIn.end') : t('standIn.name')}
        </button>
        <button type="button" className="button quiet" onClick={onLeft}>
          {t('standIn.leave')}
        </button>
      </div>
    </>
  );
}
