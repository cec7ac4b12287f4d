import { useTranslation } from 'react-i18next';
import { type Coverage, cover, secondsIn } from '#domain/coverage/coverage.ts';
import type { WatchReport } from '#domain/coverage/watching-evidence.ts';
import { useDates } from '../api/use-dates.ts';
import { clock } from '../ui/clock.ts';
import { Parts } from './watching-parts.tsx';

const columns = ['received', 'device', 'offset', 'claimed', 'since', 'became'] as const;

/** Report by report: what the device said and when by its own clock, and what the server's clock made of it. */
export function WatchingReports({ reports }: { reports: readonly WatchReport[] }) {
  const { t } = useTranslation('record');
  const dates = useDates();
  return (
    <details className="watching-reports">
      <summary>{t('watching.reports', { count: reports.length })}</summary>
      <p>{t('watching.clockNote')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <section className="scroll" aria-label={t('watching.reportsTable')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`watching.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reports.map((report) => (
              <tr key={report.seq}>
                <th scope="row">{dates.toTheSecond(report.receivedAt)}</th>
                <td>{dates.toTheSecond(report.deviceAt)}</td>
                <td>
                  <Offset seconds={report.offsetSeconds} />
                </td>
                <td>
                  {clock(secondsIn(cover(...report.stretches)) + 0.5)} (<Parts of={cover(...report.stretches)} />)
                </td>
                <td>{report.sinceSeconds === null ? '–' : <Amount seconds={report.sinceSeconds} />}</td>
                <td>
                  <Became report={report} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

/** Shorter than this it is the way through the network and no clock's fault. */
const sameSeconds = 5;

function Offset({ seconds }: { seconds: number }) {
  const { t } = useTranslation('record');
  const amount = useAmount()(Math.abs(seconds));
  if (Math.abs(seconds) < sameSeconds) return t('watching.offsetOf.same');
  return t(`watching.offsetOf.${seconds > 0 ? 'ahead' : 'behind'}`, { amount });
}

const Amount = ({ seconds }: { seconds: number }) => useAmount()(seconds);

const units = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
] as const;

/** A length of time in its largest fitting unit. */
function useAmount(): (seconds: number) => string {
  const { t } = useTranslation('record');
  return (seconds) => {
    const [unit, size] = units.find(([, each]) => seconds >= each * 2) ?? (['seconds', 1] as const);
    return t(`watching.amount.${unit}`, { count: Math.round(seconds / size) });
  };
}

const outcomes = ['proved', 'late', 'toReview'] as const;

function Became({ report }: { report: WatchReport }) {
  const { t } = useTranslation('record');
  const came = outcomes.filter((outcome) => report[outcome].length > 0);
  const time = (covered: Coverage) => clock(secondsIn(covered) + 0.5);
  if (came.length === 0) return t('watching.becameOf.known');
  return came.map((outcome) => t(`watching.becameOf.${outcome}`, { time: time(report[outcome]) })).join(', ');
}
