import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReviewLine } from '#domain/coverage/watching-evidence.ts';
import { Answered } from '../api/answered.tsx';
import { useDates } from '../api/use-dates.ts';
import { clock } from '../ui/clock.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { FilmTakenAwayLine } from './film-taken-away.tsx';
import { ReviewWords } from './review-words.tsx';
import { ScreeningsToReview } from './screenings-to-review.tsx';
import { useReviews } from './use-reviews.ts';

/** For the training unit: whose reports could not be. The plain explanations stand first. */
export function ReviewPage() {
  const { t } = useTranslation('commander');
  const reviews = useReviews();
  return (
    <>
      <p className="breadcrumb">
        <Link to="/commander">{t('officer.back')}</Link>
      </p>
      <PageHeading title={t('review.title')} />
      <ReviewWords />
      <Answered of={reviews}>
        {({ reviews: lines, screenings }) => (
          <>
            {(lines.length > 0 || screenings.length === 0) && <Reviews lines={lines} />}
            <ScreeningsToReview screenings={screenings} />
          </>
        )}
      </Answered>
    </>
  );
}

const columns = ['name', 'badge', 'unit', 'seconds', 'reports', 'refused', 'last'] as const;

function Reviews({ lines }: { lines: readonly ReviewLine[] }) {
  const { t } = useTranslation('commander');
  const dates = useDates();
  if (lines.length === 0) return <p>{t('review.none')}</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <section className="scroll" aria-label={t('review.table')} tabIndex={0}>
        <table className="stacks">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`review.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.officerId} ${line.editionHash}`}>
                <th scope="row">
                  <Link to={`/commander/review/${encodeURIComponent(line.officerId)}`}>{line.name}</Link>
                  {line.takenAway && <FilmTakenAwayLine of={line.takenAway} />}
                </th>
                {(
                  [
                    ['badge', line.badge],
                    ['unit', line.unit],
                    ['seconds', clock(line.seconds + 0.5)],
                    ['reports', line.reports],
                    ['refused', line.refused],
                    [
                      'last',
                      <time key="last" dateTime={line.lastAt}>
                        {dates.dayAndTime(line.lastAt)}
                      </time>,
                    ],
                  ] as const
                ).map(([column, value]) => (
                  <td key={column}>
                    <span className="label">{t(`review.${column}`)}</span> <span>{value}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="ways">
        <a className="button quiet" href="/api/reports/reviews.csv" download>
          {t('review.csv')}
        </a>
      </p>
    </>
  );
}
