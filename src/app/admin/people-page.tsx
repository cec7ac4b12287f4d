import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PersonLine } from '#server/roster/people.ts';
import { Answered } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { TextField, TickField } from '../ui/fields.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import '../people/people.css';
import { BackLink } from './back-link.tsx';
import { NewPerson } from './new-person.tsx';

/** Everybody on the agency's list, to be found by name, badge or unit. */
export function PeoplePage() {
  const { t } = useTranslation('admin');
  const people = useAnswer('people', () => ask(() => api.api.roster.people.$get()));
  return (
    <>
      <PageHeading title={t('people.title')} />
      <Answered of={people}>{(known) => <People people={known.people} onChanged={people.again} />}</Answered>
      <BackLink />
    </>
  );
}

/** More are counted, not drawn: whoever looks for somebody types. */
const shown = 100;

const plain = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

function People({ people, onChanged }: { people: readonly PersonLine[]; onChanged: () => void }) {
  const { t } = useTranslation('admin');
  const [sought, setSought] = useState('');
  const [withLeft, setWithLeft] = useState(false);
  const words = plain(sought).split(/\s+/).filter(Boolean);
  const found = people
    .filter(({ leftAt }) => withLeft || leftAt === null)
    .filter(({ name, badge, unit, rank }) => {
      const text = plain(`${name} ${badge} ${unit} ${rank}`);
      return words.every((word) => text.includes(word));
    });
  return (
    <>
      <search className="form">
        <TextField label={t('people.search')} name="search" type="search" value={sought} onChange={setSought} />
        <TickField label={t('people.withLeft')} checked={withLeft} onChange={setWithLeft} />
      </search>
      <p role="status">{t('people.found', { count: found.length })}</p>
      <ul className="people-list">
        {found.slice(0, shown).map((person) => (
          <PersonRow key={person.officerId} person={person} />
        ))}
      </ul>
      {found.length > shown && <p>{t('people.more', { count: found.length - shown })}</p>}
      <NewPerson onAdded={onChanged} />
    </>
  );
}

function PersonRow({ person }: { person: PersonLine }) {
  const { t } = useTranslation(['admin', 'common', 'roster']);
  const { officerId, name, rank, badge, unit, duty, roles, hasPin, hasPassword, leftAt } = person;
  const marks = [
    ...roles.filter((role) => role !== 'officer').map((role) => t(`role.${role}`, { ns: 'roster' })),
    ...(duty === 'on-duty' ? [] : [t(`duty.${duty}`, { ns: 'common' })]),
    ...(leftAt === null ? [] : [t('people.left')]),
    ...(leftAt === null && !hasPin && !hasPassword ? [t('people.noPin')] : []),
  ];
  return (
    <li>
      <span>
        <Link to={officerId}>
          <bdi>{name}</bdi>
        </Link>
        <span className="detail"> {[rank, badge, unit].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="detail">{marks.join(' · ')}</span>
    </li>
  );
}
