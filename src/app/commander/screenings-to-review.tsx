import { useTranslation } from 'react-i18next';
import { type Coverage, secondsIn } from '#domain/coverage/coverage.ts';
import type { ScreeningToReview } from '#domain/roll-call/screening-to-review.ts';
import { useDates } from '../api/use-dates.ts';
import { Parts } from '../evidence/watching-parts.tsx';
import { clock } from '../ui/clock.ts';

const columns = ['sergeant', 'day', 'reported', 'proved', 'late', 'toReview'] as const;

/** Roll calls whose station reported more film than the clock had time for: what it said beside what counts. */
export function ScreeningsToReview({ screenings }: { screenings: readonly ScreeningToReview[] }) {
  const { t } = useTranslation('commander');
  const dates = useDates();
  if (screenings.length === 0) return null;
  const cellsOf = ({ sergeant, openedAt, ...covered }: ScreeningToReview) => ({
    sergeant,
    day: <time dateTime={openedAt}>{dates.dayAndTime(openedAt)}</time>,
    reported: <Amount of={covered.reported} />,
    proved: <Amount of={covered.proved} />,
    late: <Amount of={covered.late} />,
    toReview: <Amount of={covered.toReview} />,
  });
  return (
    <section aria-labelledby="screenings">
      <h2 id="screenings">{t('screenings.title')}</h2>
      <p>{t('screenings.words')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <section className="scroll" aria-label={t('screenings.table')} tabIndex={0}>
        <table className="stacks">
          <thead>
            <tr>
              {(['unit', ...columns] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`screenings.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {screenings.map((screening) => (
              <tr key={screening.rollCallId}>
                <th scope="row">{screening.unit}</th>
                {columns.map((column) => (
                  <td key={column}>
                    <span className="label">{t(`screenings.${column}`)}</span> <span>{cellsOf(screening)[column]}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Amount({ of: covered }: { of: Coverage }) {
  if (covered.length === 0) return clock(0);
  return (
    <>
      {clock(secondsIn(covered) + 0.5)} (<Parts of={covered} />)
    </>
  );
}
