import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { SquadPeople } from '#server/roster/squad-people.ts';
import { Answered } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import '../people/people.css';
import { SquadPerson } from './squad-person.tsx';

/** What a sergeant keeps of a squad between two roll calls: who is away, who has no PIN, who stands in. */
export function SquadPeoplePage() {
  const { t } = useTranslation('roll-call');
  const { unitId = '' } = useParams();
  const squad = useAnswer(`squad people ${unitId}`, () =>
    ask(() => api.api.roster.units[':unitId'].people.$get({ param: { unitId } })),
  );
  return (
    <>
      <PageHeading title={t('people.title')} />
      <Answered of={squad}>{(known) => <People squad={known} onChanged={squad.again} />}</Answered>
      <p>
        <Link to="/roll-call">{t('owes.back')}</Link>
      </p>
    </>
  );
}

function People({ squad, onChanged }: { squad: SquadPeople; onChanged: () => void }) {
  const { t } = useTranslation('roll-call');
  const [said, setSaid] = useState('');
  return (
    <>
      <p>{t('people.of', { squad: squad.unit.name, count: squad.people.length })}</p>
      <p className="note" role="status">
        {said}
      </p>
      <ul className="people-list">
        {squad.people.map((person) => (
          <SquadPerson
            key={person.officerId}
            person={person}
            unitId={squad.unit.id}
            today={squad.today}
            onChanged={(what) => {
              setSaid(what);
              onChanged();
            }}
          />
        ))}
      </ul>
    </>
  );
}
