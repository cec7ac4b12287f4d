import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type StartLanguage, startLanguages } from '#domain/roster/agency.ts';
import type { SetUp } from '#server/agency/set-up.ts';
import { askOnce } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { newItemId } from '../api/new-id.ts';
import { type Problem, useProblemWords } from '../api/problem.ts';
import { ChoiceField, TextField } from '../ui/fields.tsx';
import { timeZones, zoneHere } from '../ui/time-zones.ts';

type AgencyStepProps = { token: string; known: SetUp; onNamed: (named: SetUp) => void };

export function AgencyStep({ token, known, onNamed }: AgencyStepProps) {
  const { t } = useTranslation('setup');
  const words = useProblemWords();
  // Until somebody has named it, it bears the program's name, which is nobody's.
  const [name, setName] = useState(known.setUpAt === null ? '' : known.name);
  // A server often keeps UTC: whoever sets it up sits where the agency is.
  const [timeZone, setTimeZone] = useState(known.setUpAt === null ? zoneHere() : known.timeZone);
  const [startLanguage, setStartLanguage] = useState<StartLanguage>(known.startLanguage);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isNameless, setIsNameless] = useState(false);
  const id = useRef(newItemId());

  async function save(event: FormEvent) {
    event.preventDefault();
    const item = { id: id.current, name: name.trim(), timeZone, startLanguage };
    setIsNameless(item.name === '');
    if (item.name === '') return;
    const answer = await askOnce(() => api.api.setup.agency.$post({ json: { ...item, token } }));
    if (!answer.ok) return setProblem(answer.error);
    onNamed({ name: item.name, timeZone, startLanguage, setUpAt: new Date().toISOString() });
  }

  return (
    <form className="form" noValidate onSubmit={(event) => void save(event)}>
      <p>{t('agency.words')}</p>
      <TextField
        label={t('agency.name')}
        name="name"
        value={name}
        max={120}
        fault={isNameless && t('agency.nameless')}
        onChange={setName}
      />
      <ChoiceField
        label={t('agency.timeZone')}
        name="timeZone"
        value={timeZone}
        hint={t('agency.timeZoneHint')}
        fault={problem && words(problem)}
        onChange={setTimeZone}
        options={timeZones(timeZone).map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
      />
      <ChoiceField
        label={t('agency.language')}
        name="startLanguage"
        value={startLanguage}
        hint={t('agency.languageHint')}
        onChange={(value) => setStartLanguage(value as StartLanguage)}
        options={startLanguages.map((value) => ({ value, label: t(`agency.languages.${value}`) }))}
      />
      <div className="ways">
        <button type="submit" className="button">
          {t('agency.next')}
        </button>
      </div>
    </form>
  );
}
