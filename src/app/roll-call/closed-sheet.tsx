import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RollCallView } from '#domain/roll-call/roll-call.ts';
import { useDates } from '../api/use-dates.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { Attendance } from './attendance.tsx';
import { OwesOf } from './owes-of.tsx';
import { presentOf, RoomLine } from './room-line.tsx';
import { withTaps } from './station-items.ts';

/** After closing: what was recorded, and who of the squad still owes what until when. Made to be printed. */
export function ClosedSheet({ view }: { view: RollCallView }) {
  const { t } = useTranslation('roll-call');
  const dates = useDates();
  const lines = withTaps(view, []);
  return (
    <>
      <PageHeading title={t('closed.title', { squad: view.unit.name })} />
      <p>
        {t('closed.recorded', {
          time: dates.dayAndTime(view.closedAt ?? view.openedAt),
          sergeant: (view.attestedBy ?? view.sergeant).name,
          count: presentOf(lines).length,
        })}
      </p>
      {view.head && (
        <p>
          {t('closed.head', {
            seq: String(view.head.seq),
            hash: view.head.hash.slice(0, 16),
            key: view.head.keyId.slice(0, 8),
          })}
        </p>
      )}
      <RoomLine lines={lines} />
      <Attendance view={view} />
      <OwesOf unitId={view.unit.id} isInRoom />
      <p className="screen-only">
        <Link to="/roll-call">{t('closed.another')}</Link>
      </p>
    </>
  );
}
