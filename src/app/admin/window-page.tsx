import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#server/agency/see-settings.ts';
import { Answered, ProblemNote } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useDates } from '../api/use-dates.ts';
import { useSend } from '../api/use-send.ts';
import { ChoiceField, TextField, TickField } from '../ui/fields.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { BackLink } from './back-link.tsx';
import { inTreeOrder } from './unit-tree.ts';
import { useSettings } from './use-settings.ts';

/** From when and how long: the agency, and units that begin on a day of their own or are not asked at all. */
export function WindowPage() {
  const { t } = useTranslation('admin');
  const settings = useSettings();
  return (
    <>
      <PageHeading title={t('window.title')} />
      <Answered of={settings}>
        {(known) => (
          <>
            <Windows settings={known} />
            <WindowForm key={known.windows.length} settings={known} onSet={settings.again} />
          </>
        )}
      </Answered>
      <BackLink />
    </>
  );
}

function Windows({ settings: { startsOn, days, windows, units } }: { settings: Settings }) {
  const { t } = useTranslation('admin');
  const dates = useDates();
  const placed = inTreeOrder(units);
  const root = placed[0]?.unitId;
  const agency = windows.find(({ unitId }) => unitId === root);
  const own = windows.filter(({ unitId }) => unitId !== root);
  return (
    <>
      <p>
        {t('window.agency', {
          from: dates.calendarDay(agency?.startsOn ?? startsOn),
          days: agency?.days ?? days,
        })}
      </p>
      {own.length > 0 && (
        <ul>
          {own.map((each) => (
            <li key={each.unitId}>
              {t(each.owes ? 'window.unit' : 'window.unitOwesNothing', {
                unit: placed.find(({ unitId }) => unitId === each.unitId)?.path ?? '',
                from: dates.calendarDay(each.startsOn),
                days: each.days ?? days,
              })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function WindowForm({ settings, onSet }: { settings: Settings; onSet: () => void }) {
  const { t } = useTranslation('admin');
  const units = inTreeOrder(settings.units);
  const [unitId, setUnitId] = useState(units[0]?.unitId ?? '');
  const [startsOn, setStartsOn] = useState([settings.startsOn, settings.today].sort().at(-1) ?? '');
  const [days, setDays] = useState(String(settings.days));
  const [owes, setOwes] = useState(true);
  const { send, isSending, problem } = useSend();
  const isNumber = /^[1-9]\d{0,2}$/.test(days) && Number(days) <= 366;

  async function set(event: FormEvent) {
    event.preventDefault();
    if (!isNumber || !startsOn) return;
    const item = { editionHash: settings.editionHash, unitId, startsOn, days: Number(days), owes };
    const taken = await send(item, (id, inOwnName) =>
      ask(() => api.api.roster.windows.$post({ json: { id, ...item } }, inOwnName)),
    );
    if (taken) onSet();
  }

  return (
    <form className="form" noValidate onSubmit={(event) => void set(event)}>
      <ChoiceField
        label={t('window.of')}
        name="unitId"
        value={unitId}
        onChange={setUnitId}
        options={units.map((unit) => ({ value: unit.unitId, label: unit.path }))}
      />
      <TextField label={t('window.startsOn')} name="startsOn" type="date" value={startsOn} onChange={setStartsOn} />
      <TextField
        label={t('window.days')}
        name="days"
        type="number"
        inputMode="numeric"
        value={days}
        hint={t('window.daysHint')}
        fault={!isNumber && t('window.daysFault')}
        onChange={setDays}
      />
      <TickField label={t('window.owes')} checked={owes} hint={t('window.owesHint')} onChange={setOwes} />
      {problem && <ProblemNote problem={problem} />}
      <div className="ways">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t('save')}
        </button>
      </div>
    </form>
  );
}
