import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonSeen } from '#server/roster/people.ts';
import { Answered, ProblemNote } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useSend } from '../api/use-send.ts';
import { ChoiceField, TextField } from '../ui/fields.tsx';
import { inTreeOrder } from './unit-tree.ts';
import { useSettings } from './use-settings.ts';

type Known = Pick<PersonSeen, 'officerId' | 'badge' | 'name' | 'rank' | 'unitId' | 'personId' | 'leftAt'>;
type PersonFormProps = { known: Known | null; onKept: (officerId: string) => void };

/** Name, badge, rank and unit; whoever leaves keeps every record. */
export function PersonForm({ known, onKept }: PersonFormProps) {
  const settings = useSettings();
  return (
    <Answered of={settings}>
      {({ units }) => <Fields known={known} units={inTreeOrder(units)} onKept={onKept} />}
    </Answered>
  );
}

function Fields({ known, units, onKept }: PersonFormProps & { units: ReturnType<typeof inTreeOrder> }) {
  const { t } = useTranslation('admin');
  const [name, setName] = useState(known?.name ?? '');
  const [badge, setBadge] = useState(known?.badge ?? '');
  const [rank, setRank] = useState(known?.rank ?? '');
  const [unitId, setUnitId] = useState(known?.unitId ?? units.at(-1)?.unitId ?? '');
  const [tried, setTried] = useState(false);
  const { send, isSending, problem } = useSend();
  const isListed = known?.leftAt === null || known === null;

  async function keep(listed: boolean) {
    setTried(true);
    if (!name.trim() || !badge.trim()) return;
    const person = { name: name.trim(), badge: badge.trim(), rank: rank.trim(), unitId };
    const item = { officerId: known?.officerId ?? null, personId: known?.personId ?? null, listed, ...person };
    const kept = await send(item, (id, inOwnName) =>
      ask(() => api.api.roster.people.$post({ json: { id, ...item } }, inOwnName)),
    );
    if (kept) onKept(kept.officerId);
  }

  return (
    <form
      className="form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void keep(true);
      }}
    >
      <TextField
        label={t('person.name')}
        name="name"
        value={name}
        max={120}
        fault={tried && !name.trim() && t('person.missing')}
        onChange={setName}
      />
      <TextField
        label={t('person.badge')}
        name="badge"
        value={badge}
        max={40}
        fault={tried && !badge.trim() && t('person.missing')}
        onChange={setBadge}
      />
      <TextField label={t('person.rank')} name="rank" value={rank} max={60} onChange={setRank} />
      <ChoiceField
        label={t('person.unit')}
        name="unitId"
        value={unitId}
        onChange={setUnitId}
        options={units.map((unit) => ({ value: unit.unitId, label: unit.path }))}
      />
      {problem && <ProblemNote problem={problem} />}
      <div className="ways">
        <button type="submit" className="button" aria-disabled={isSending}>
          {isListed ? t('save') : t('person.bringBack')}
        </button>
        {known && isListed && (
          <button type="button" className="button quiet" onClick={() => void keep(false)}>
            {t('person.takeOff')}
          </button>
        )}
      </div>
    </form>
  );
}
