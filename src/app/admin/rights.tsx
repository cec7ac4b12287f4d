import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roles } from '#domain/roster/roster.ts';
import type { PersonSeen } from '#server/roster/people.ts';
import { Answered, ProblemNote } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useDates } from '../api/use-dates.ts';
import { useSend } from '../api/use-send.ts';
import { ChoiceField } from '../ui/fields.tsx';
import { inTreeOrder, type PlacedUnit } from './unit-tree.ts';
import { useSettings } from './use-settings.ts';

type RightsProps = { person: PersonSeen; onChanged: () => void };
const granted = roles.filter((role) => role !== 'officer');
type Granted = (typeof granted)[number];

/** What somebody may do and over whom, who granted it and when; what has ended stays to be read. */
export function Rights({ person, onChanged }: RightsProps) {
  const { t } = useTranslation('admin');
  const settings = useSettings();
  const grants = person.grants.filter(({ role }) => role !== 'officer');
  return (
    <section aria-labelledby="rights">
      <h2 id="rights">{t('rights.title')}</h2>
      {grants.length === 0 && <p>{t('rights.none')}</p>}
      <ul className="people-list">
        {grants.map((grant) => (
          <GrantRow key={grant.grantId} officerId={person.officerId} grant={grant} onChanged={onChanged} />
        ))}
      </ul>
      {person.leftAt === null && (
        <Answered of={settings}>
          {({ units }) => (
            <details key={grants.length} className="more">
              <summary>{t('rights.giveOne')}</summary>
              <GiveForm person={person} units={inTreeOrder(units)} onGiven={onChanged} />
            </details>
          )}
        </Answered>
      )}
    </section>
  );
}

type GrantRowProps = { officerId: string; grant: PersonSeen['grants'][number]; onChanged: () => void };

function GrantRow({ officerId, grant, onChanged }: GrantRowProps) {
  const { t } = useTranslation(['admin', 'roster']);
  const dates = useDates();
  const { send, problem } = useSend();
  const { grantId, role, unit, grantedAt, grantedBy, until, endedAt, endedBy, isInForce } = grant;

  async function end() {
    const ended = await send({ grantId }, (id, inOwnName) =>
      ask(() => api.api.grants[':officerId'].end.$post({ param: { officerId }, json: { id, grantId } }, inOwnName)),
    );
    if (ended) onChanged();
  }

  return (
    <li>
      <span>
        <b>{until ? t('rights.acting') : t(`role.${role}`, { ns: 'roster' })}</b> {unit}
        <span className="detail">
          {' '}
          {grantedBy
            ? t('rights.given', { by: grantedBy, at: dates.dayAndTime(grantedAt) })
            : t('rights.first', { at: dates.day(grantedAt) })}
          {until && ` ${t('rights.until', { at: dates.dayAndTime(until) })}`}
          {endedAt && ` ${t('rights.ended', { by: endedBy ?? t('rights.theProgram'), at: dates.dayAndTime(endedAt) })}`}
        </span>
      </span>
      {isInForce && (
        <button
          type="button"
          className="button quiet"
          aria-label={t('rights.endThis', { role: t(`role.${role}`, { ns: 'roster' }), unit })}
          onClick={() => void end()}
        >
          {t('rights.end')}
        </button>
      )}
      {problem && <ProblemNote problem={problem} />}
    </li>
  );
}

type GiveFormProps = { person: PersonSeen; units: readonly PlacedUnit[]; onGiven: () => void };

function GiveForm({ person, units, onGiven }: GiveFormProps) {
  const { t } = useTranslation(['admin', 'roster']);
  const [role, setRole] = useState<Granted>('supervisor');
  const [unitId, setUnitId] = useState(person.unitId);
  const { send, isSending, problem } = useSend();
  const { officerId } = person;

  async function give(event: FormEvent) {
    event.preventDefault();
    const given = await send({ role, unitId }, (id, inOwnName) =>
      ask(() =>
        api.api.grants[':officerId'].$post(
          { param: { officerId }, json: { id, role, unitId, until: null } },
          inOwnName,
        ),
      ),
    );
    if (given) onGiven();
  }

  return (
    <form className="form" onSubmit={(event) => void give(event)}>
      <ChoiceField
        label={t('rights.role')}
        name="role"
        value={role}
        hint={t(`rights.means.${role}`)}
        onChange={(value) => setRole(value as Granted)}
        options={granted.map((value) => ({ value, label: t(`role.${value}`, { ns: 'roster' }) }))}
      />
      <ChoiceField
        label={t('rights.over')}
        name="unitId"
        value={unitId}
        onChange={setUnitId}
        options={units.map((unit) => ({ value: unit.unitId, label: unit.path }))}
      />
      {problem && <ProblemNote problem={problem} />}
      <div className="ways">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t('rights.give')}
        </button>
      </div>
    </form>
  );
}
