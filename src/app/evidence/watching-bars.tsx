import { useTranslation } from 'react-i18next';
import { type Coverage, cover, secondsIn, within } from '#domain/coverage/coverage.ts';
import type { WatchingEvidence } from '#domain/coverage/watching-evidence.ts';
import { clock } from '../ui/clock.ts';
import './watching-bars.css';
import { Parts } from './watching-parts.tsx';
import { WatchingReports } from './watching-reports.tsx';

const kinds = ['claimed', 'proved', 'witnessed', 'late', 'ahead', 'toReview'] as const;
type Kind = (typeof kinds)[number];

/** Side by side on the film's time line: what devices reported, what the server's clock bears out, and what counted how. */
export function WatchingBars({ evidence }: { evidence: WatchingEvidence }) {
  const { t } = useTranslation('record');
  const { filmSeconds, reports } = evidence;
  const claimed = cover(
    ...within(
      reports.flatMap((report) => report.stretches),
      filmSeconds,
    ),
  );
  const covered: Record<Kind, Coverage> = { ...evidence, claimed };
  const shown = kinds.filter((kind) => covered[kind].length > 0);
  if (shown.length === 0) return <p>{t('watching.none')}</p>;
  return (
    <>
      <table className="watching-bars">
        <caption>{t('watching.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('watching.what')}</th>
            <th scope="col">{t('watching.where')}</th>
            <th scope="col">{t('watching.time')}</th>
            <th scope="col">{t('watching.parts')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                {t(`watching.kind.${kind}.name`)} <span className="quiet">{t(`watching.kind.${kind}.words`)}</span>
              </th>
              <td className="watching-line">
                <Bar kind={kind} covered={covered[kind]} filmSeconds={filmSeconds} />
              </td>
              <td>{clock(secondsIn(covered[kind]) + 0.5)}</td>
              <td>
                <Parts of={covered[kind]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {reports.length > 0 && <WatchingReports reports={reports} />}
    </>
  );
}

function Bar({ kind, covered, filmSeconds }: { kind: Kind; covered: Coverage; filmSeconds: number }) {
  return (
    <svg
      className={`watching-bar ${kind}`}
      viewBox={`0 0 ${filmSeconds} 10`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="film" width={filmSeconds} height="10" />
      {covered.map(({ fromSeconds, toSeconds }) => (
        <rect key={fromSeconds} className="part" x={fromSeconds} width={toSeconds - fromSeconds} height="10" />
      ))}
    </svg>
  );
}
