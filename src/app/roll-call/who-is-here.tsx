import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../api/session.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { AddByBadge } from './add-by-badge.tsx';
import { expectedOf, presentOf, RoomLine } from './room-line.tsx';
import { RosterRow } from './roster-row.tsx';
import { withTaps } from './station-items.ts';
import type { OpenStation } from './station-page.tsx';

/** Step 1: "all present", then untick the absent. Who is on leave or at the academy is not ticked for anybody. */
export function WhoIsHere({ station }: { station: OpenStation }) {
  const { t } = useTranslation('roll-call');
  const { signedIn } = useSession();
  const { view, waiting, problem, tick, addByBadge } = station;
  const lines = withTaps(view, waiting);
  const missing = lines.filter(({ present, duty }) => !present && duty === 'on-duty').map((line) => line.officerId);
  return (
    <>
      <header className="step-head">
        <PageHeading title={t('present.title')} />
        <p className="count" role="status">
          {t('present.count', { here: presentOf(lines).length, expected: expectedOf(lines).length })}
        </p>
      </header>
      {view.sergeant.id !== signedIn.officerId && (
        <p className="note">{t('present.otherSergeant', { name: view.sergeant.name })}</p>
      )}
      <RoomLine lines={lines} />
      <div className="ways">
        <button
          type="button"
          className="button quiet"
          aria-disabled={missing.length === 0}
          onClick={() => missing.length > 0 && tick(missing, true)}
        >
          {t('present.all')}
        </button>
        <Link className="button" to="film">
          {t('present.toFilm')}
        </Link>
      </div>
      {lines.length === 0 && <p>{t('present.none')}</p>}
      <ul className="roster" aria-label={t('present.roster')}>
        {lines.map((line) => (
          <RosterRow
            key={line.officerId}
            line={line}
            isHindered={problem !== null}
            onTick={(present) => tick([line.officerId], present)}
          />
        ))}
      </ul>
      <AddByBadge add={addByBadge} />
    </>
  );
}
