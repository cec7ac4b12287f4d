import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type StartLanguage, startLanguages } from '#domain/roster/agency.ts';
import type { Settings } from '#server/agency/see-settings.ts';
import { Answered, ProblemNote } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useSend } from '../api/use-send.ts';
import { ChoiceField, TextField } from '../ui/fields.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { timeZones } from '../ui/time-zones.ts';
import { BackLink } from './back-link.tsx';
import { useSettings } from './use-settings.ts';

export function AgencyPage() {
  const { t } = useTranslation('admin');
  const settings = useSettings();
  return (
    <>
      <PageHeading title={t('agency.title')} />
      <Answered of={settings}>{(known) => <AgencyForm settings={known} />}</Answered>
      <BackLink />
    </>
  );
}

function AgencyForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation('admin');
  const [name, setName] = useState(settings.name);
  const [timeZone, setTimeZone] = useState(settings.timeZone);
  const [startLanguage, setStartLanguage] = useState<StartLanguage>(settings.startLanguage);
  const [isSaved, setIsSaved] = useState(false);
  const { send, isSending, problem } = useSend();

  async function save(event: FormEvent) {
    event.preventDefault();
    setIsSaved(false);
    const item = { name: name.trim(), timeZone, startLanguage };
    if (!item.name) return;
    const taken = await send(item, (id, inOwnName) =>
      ask(() => api.api.agency.$post({ json: { id, ...item } }, inOwnName)),
    );
    setIsSaved(taken !== null);
  }

  return (
    <form className="form" noValidate onSubmit={(event) => void save(event)}>
      <TextField
        label={t('agency.name')}
        name="name"
        value={name}
        max={120}
        fault={!name.trim() && t('agency.nameless')}
        onChange={setName}
      />
      <ChoiceField
        label={t('agency.timeZone')}
        name="timeZone"
        value={timeZone}
        hint={t('agency.timeZoneHint')}
        onChange={setTimeZone}
        options={timeZones(timeZone).map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
      />
      <ChoiceField
        label={t('agency.language')}
        name="startLanguage"
        value={startLanguage}
        onChange={(value) => setStartLanguage(value as StartLanguage)}
        options={startLanguages.map((value) => ({ value, label: t(`agency.languages.${value}`) }))}
      />
      {problem && <ProblemNote problem={problem} />}
      <p role="status">{isSaved && t('saved')}</p>
      <div className="ways">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t('save')}
        </button>
      </div>
    </form>
  );
}
