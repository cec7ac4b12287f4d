import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { PersonSeen } from '#server/roster/people.ts';
import { Answered } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useDates } from '../api/use-dates.ts';
import { DutyForm } from '../people/duty-form.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { Exemption } from './exemption.tsx';
import { PersonForm } from './person-form.tsx';
import { Rights } from './rights.tsx';
import { useSettings } from './use-settings.ts';

/** All that is kept of one person besides the training: place, duty, rights, how they sign in. */
export function PersonPage() {
  const { officerId = '' } = useParams();
  const { t } = useTranslation('admin');
  const person = useAnswer(`person ${officerId}`, () =>
    ask(() => api.api.roster.people[':officerId'].$get({ param: { officerId } })),
  );
  return (
    <>
      <Answered of={person}>{(known) => <Known person={known} onChanged={person.again} />}</Answered>
      <p>
        <Link to="/admin/people">{t('people.back')}</Link>
      </p>
    </>
  );
}

function Known({ person, onChanged }: { person: PersonSeen; onChanged: () => void }) {
  const { t } = useTranslation('admin');
  const { officerId, name, badge, unit, may, hasPin, hasPassword } = person;
  return (
    <>
      <PageHeading title={name}>
        <bdi>{name}</bdi>
      </PageHeading>
      <p className="quiet">
        {[person.rank, badge, unit].filter(Boolean).join(' · ')}
        {' · '}
        {t(hasPassword ? 'person.hasPassword' : hasPin ? 'person.hasPin' : 'person.hasNothing')}
      </p>
      {may['see-report'] && (
        <p>
          <Link to={`/commander/officers/${officerId}`}>{t('person.training')}</Link>
        </p>
      )}
      <section aria-labelledby="duty">
        <h2 id="duty">{t('person.duty')}</h2>
        <Absences person={person} />
        <Duty person={person} onSaid={onChanged} />
      </section>
      {may['grant-roles'] && <Rights person={person} onChanged={onChanged} />}
      {may.exempt && <Exemption person={person} onChanged={onChanged} />}
      {may['keep-roster'] && (
        <section aria-labelledby="place">
          <h2 id="place">{t('person.place')}</h2>
          <details key={`${person.unitId} ${person.leftAt}`} className="more" open={person.leftAt !== null}>
            <summary>{t(person.leftAt === null ? 'person.changePlace' : 'person.bringBack')}</summary>
            <PersonForm known={person} onKept={onChanged} />
          </details>
        </section>
      )}
    </>
  );
}

function Absences({ person: { absences } }: { person: PersonSeen }) {
  const { t } = useTranslation(['admin', 'common']);
  const dates = useDates();
  if (absences.length === 0) return <p>{t('person.neverAway')}</p>;
  return (
    <ul>
      {absences.map(({ duty, fromDay, untilDay }) => (
        <li key={fromDay}>
          {t(untilDay ? 'person.away' : 'person.awaySince', {
            duty: t(`duty.${duty}`, { ns: 'common' }),
            from: dates.calendarDay(fromDay),
            until: untilDay ? dates.calendarDay(untilDay) : '',
          })}
        </li>
      ))}
    </ul>
  );
}

function Duty({ person, onSaid }: { person: PersonSeen; onSaid: () => void }) {
  const { t } = useTranslation('admin');
  const settings = useSettings();
  return (
    <Answered of={settings}>
      {({ today }) => (
        <details key={`${person.duty} ${person.absences.length}`} className="more">
          <summary>{t(person.duty === 'on-duty' ? 'person.sayAway' : 'person.sayBack')}</summary>
          <DutyForm officerId={person.officerId} duty={person.duty} today={today} onSaid={onSaid} />
        </details>
      )}
    </Answered>
  );
}
