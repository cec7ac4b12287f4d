import { useTranslation } from 'react-i18next';
import type { SquadOwes } from '#domain/roll-call/roll-call.ts';
import { useSession } from '../api/session.ts';
import { useDates } from '../api/use-dates.ts';
import { OwesRow } from './owes-row.tsx';
import type { TalkOutcome } from './talk-dialog.tsx';
import './owes-table.css';

type OwesSheetProps = {
  owes: SquadOwes;
  isInRoom: boolean;
  /** What the last talk came to, for the polite status line. */
  said: string;
  onTalk: (officerId: string, name: string, outcome: TalkOutcome) => void;
};

export function OwesSheet({ owes, isInRoom, said, onTalk }: OwesSheetProps) {
  const { t } = useTranslation('roll-call');
  const dates = useDates();
  const { agency } = useSession();
  return (
    <section aria-labelledby="owes">
      {/* On a page of its own the heading of the page has said it. */}
      <h2 id="owes">{isInRoom ? t('owes.of', { squad: owes.unit.name }) : owes.unit.name}</h2>
      <p>
        {owes.lines.length === 0
          ? t('owes.nobody')
          : t('owes.count', { count: owes.lines.length, day: dates.lastDay(owes.dueAt) })}
      </p>
      <p className="note screen-only" role="status">
        {said}
      </p>
      {owes.lines.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
        <section className="scroll" aria-label={t('owes.table')} tabIndex={0}>
          <table className="owes-table">
            <thead>
              <tr>
                <th scope="col">{t('owes.name')}</th>
                <th scope="col">{t('owes.badge')}</th>
                <th scope="col">{t('owes.owed')}</th>
                <th scope="col">{t('owes.until')}</th>
              </tr>
            </thead>
            <tbody>
              {owes.lines.map((line) => (
                <OwesRow
                  key={line.officerId}
                  line={line}
                  isInRoom={isInRoom}
                  onTalk={(outcome) => onTalk(line.officerId, line.name, outcome)}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <div className="ways screen-only">
        <button type="button" className="button quiet" onClick={() => window.print()}>
          {t('owes.print')}
        </button>
        <a
          className="button quiet"
          href={`/api/roll-calls/squads/${encodeURIComponent(owes.unit.id)}/owes.csv`}
          download
        >
          {t('owes.csv')}
        </a>
      </div>
      {!agency.reviewed && <p className="sample">{t('owes.sample')}</p>}
    </section>
  );
}
