import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollCallView } from '#domain/roll-call/roll-call.ts';
import { useSession } from '../api/session.ts';
import { useDates } from '../api/use-dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { presentOf } from './room-line.tsx';
import { withTaps } from './station-items.ts';

/** Who was there, one to a row; on paper with room for a signature each, as documentation sheets have it. */
export function Attendance({ view, children }: { view: RollCallView; children: ReactNode }) {
  const { t } = useTranslation('roll-call');
  const dates = useDates();
  const { language } = useLanguage();
  const { courseTitle } = useSession().agency;
  const { name, badge } = view.attestedBy ?? view.sergeant;
  return (
    <section aria-labelledby="attendance">
      <h2 id="attendance">{t('attendance.title')}</h2>
      <p className="detail">
        {t('attendance.of', {
          course: courseTitle[language],
          edition: view.editionHash.slice(0, 12),
          from: dates.dayAndTime(view.openedAt),
          to: dates.dayAndTime(view.closedAt ?? view.openedAt),
        })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <section className="scroll" aria-label={t('attendance.table')} tabIndex={0}>
        <table className="attendance-table">
          <thead>
            <tr>
              <th scope="col">{t('attendance.name')}</th>
              <th scope="col">{t('attendance.rank')}</th>
              <th scope="col">{t('attendance.badge')}</th>
              <th scope="col">{t('attendance.squad')}</th>
              <th scope="col" className="paper-only">
                {t('attendance.signature')}
              </th>
            </tr>
          </thead>
          <tbody>
            {presentOf(withTaps(view, [])).map((line) => (
              <tr key={line.officerId}>
                <th scope="row">{line.name}</th>
                <td>{line.rank}</td>
                <td>{line.badge}</td>
                <td>{line.guest ? t('row.guest') : view.unit.name}</td>
                <td className="paper-only" />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {children}
      <p className="paper-only signature">{t('attendance.attested', { name, badge })}</p>
    </section>
  );
}
