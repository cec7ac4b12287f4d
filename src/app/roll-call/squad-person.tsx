import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SquadPeople } from '#server/roster/squad-people.ts';
import { useSession } from '../api/session.ts';
import { useDates } from '../api/use-dates.ts';
import { DutyForm } from '../people/duty-form.tsx';
import { Vouch } from '../people/vouch.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { StandIn } from './stand-in.tsx';

type Person = SquadPeople['people'][number];
type SquadPersonProps = { person: Person; unitId: string; today: string; onChanged: (said: string) => void };

export function SquadPerson({ person, unitId, today, onChanged }: SquadPersonProps) {
  const { t } = useTranslation(['roll-call', 'people']);
  const { signedIn } = useSession();
  const [open, setOpen] = useState<'duty' | 'vouch' | 'standIn' | null>(null);
  const { officerId, name, rank, badge, duty, acting } = person;
  const isSelf = officerId === signedIn.officerId;
  const leave = () => setOpen(null);
  const button = (what: 'duty' | 'vouch' | 'standIn') => (
    <button
      type="button"
      className="button quiet"
      aria-label={t(`people.${what}Of`, { name })}
      onClick={() => setOpen(what)}
    >
      {t(`people.${what}`)}
    </button>
  );
  return (
    <li>
      <span>
        <span className="name">
          <bdi>{name}</bdi>
        </span>
        <span className="detail">
          {' '}
          {t('row.who', { rank, badge })} <Marks person={person} />
        </span>
      </span>
      <span className="ways">
        {button('duty')}
        {signedIn.may.vouch && !isSelf && button('vouch')}
        {signedIn.may['name-acting'] && !isSelf && button('standIn')}
      </span>
      {open === 'duty' && (
        <Dialog title={t('duty.title', { ns: 'people', name })} onLeft={leave}>
          <DutyForm
            officerId={officerId}
            duty={duty}
            today={today}
            onSaid={() => {
              leave();
              onChanged(t('people.dutySaid', { name }));
            }}
          >
            <button type="button" className="button quiet" onClick={leave}>
              {t('duty.leave', { ns: 'people' })}
            </button>
          </DutyForm>
        </Dialog>
      )}
      {open === 'vouch' && (
        <Dialog title={t('vouch.title', { ns: 'people', name })} onLeft={leave}>
          <Vouch officerId={officerId} name={name} badge={badge} onLeft={leave} />
        </Dialog>
      )}
      {open === 'standIn' && (
        <Dialog title={t('standIn.title', { name })} onLeft={leave}>
          <StandIn
            person={person}
            unitId={unitId}
            onLeft={leave}
            onChanged={() => {
              leave();
              onChanged(t(acting ? 'standIn.ended' : 'standIn.named', { name }));
            }}
          />
        </Dialog>
      )}
    </li>
  );
}

function Marks({ person: { duty, away, canSignIn, acting } }: { person: Person }) {
  const { t } = useTranslation(['roll-call', 'common']);
  const dates = useDates();
  const marks = [
    ...(duty === 'on-duty' ? [] : [t(`duty.${duty}`, { ns: 'common' })]),
    ...(away?.untilDay ? [t('people.until', { day: dates.calendarDay(away.untilDay) })] : []),
    ...(canSignIn ? [] : [t('people.noPin')]),
    ...(acting ? [t('standIn.until', { time: dates.time(acting.until) })] : []),
  ];
  return marks.length > 0 && `· ${marks.join(' · ')}`;
}
