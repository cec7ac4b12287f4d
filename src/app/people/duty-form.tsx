import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DutyStatus, dutyStatuses } from '#domain/roster/roster.ts';
import { ProblemNote } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useSend } from '../api/use-send.ts';
import { ChoiceField, TextField } from '../ui/fields.tsx';

type DutyFormProps = {
  officerId: string;
  duty: DutyStatus;
  /** By the agency's calendar, YYYY-MM-DD. */
  today: string;
  onSaid: () => void;
  children?: React.ReactNode;
};

/** From when until when somebody is away, or from when back. Nothing is typed about why. */
export function DutyForm({ officerId, duty: dutyNow, today, onSaid, children }: DutyFormProps) {
  const { t } = useTranslation(['people', 'common']);
  const [duty, setDuty] = useState<DutyStatus>(dutyNow === 'on-duty' ? 'leave' : 'on-duty');
  const [fromDay, setFromDay] = useState(today);
  const [untilDay, setUntilDay] = useState('');
  const { send, isSending, problem } = useSend();
  const isAway = duty !== 'on-duty';

  async function say(event: FormEvent) {
    event.preventDefault();
    const said = { duty, fromDay, untilDay: isAway && untilDay ? untilDay : null };
    const taken = await send(said, (id, inOwnName) =>
      ask(() =>
        api.api.roster.people[':officerId'].duty.$post({ param: { officerId }, json: { id, ...said } }, inOwnName),
      ),
    );
    if (taken) onSaid();
  }

  return (
    <form className="form" onSubmit={(event) => void say(event)}>
      <ChoiceField
        label={t('duty.state')}
        name="duty"
        value={duty}
        onChange={(value) => setDuty(value as DutyStatus)}
        options={dutyStatuses.map((value) => ({ value, label: t(`duty.${value}`, { ns: 'common' }) }))}
      />
      <TextField
        label={isAway ? t('duty.firstDay') : t('duty.backDay')}
        name="fromDay"
        type="date"
        value={fromDay}
        onChange={setFromDay}
      />
      {isAway && (
        <TextField
          label={t('duty.lastDay')}
          name="untilDay"
          type="date"
          value={untilDay}
          hint={t('duty.lastDayHint')}
          onChange={setUntilDay}
        />
      )}
      {problem && <ProblemNote problem={problem} />}
      <div className="ways">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t('duty.say')}
        </button>
        {children}
      </div>
    </form>
  );
}
