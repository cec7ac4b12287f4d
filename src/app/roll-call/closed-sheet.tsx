import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { presentAtClose } from '#domain/roll-call/correction.ts';
import type { RollCallView } from '#domain/roll-call/roll-call.ts';
import { useDates } from '../api/use-dates.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { Attendance } from './attendance.tsx';
import { CorrectAttendance } from './correct-attendance.tsx';
import { Corrections } from './corrections.tsx';
import { OwesOf } from './owes-of.tsx';
import { presentOf, RoomLine } from './room-line.tsx';
import { withTaps } from './station-items.ts';
import type { StationAtWork } from './use-station.ts';

/** After closing: what was recorded, and who of the squad still owes what until when. Made to be printed. */
export function ClosedSheet({ view, correct }: { view: RollCallView; correct: StationAtWork['correct'] }) {
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
          count: presentAtClose(presentOf(lines).length, view.corrections),
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
      <Attendance view={view}>
        <Corrections of={view.corrections} />
      </Attendance>
      <CorrectAttendance view={view} correct={correct} />
      {/* Read anew after a correction: somebody may owe the film again, or nothing any more. */}
      <OwesOf key={view.corrections.length} unitId={view.unit.id} isInRoom />
      <p className="screen-only">
        <Link to="/roll-call">{t('closed.another')}</Link>
      </p>
    </>
  );
}
