import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Settings } from '#server/agency/see-settings.ts';
import { Answered } from '../api/answered.tsx';
import { useDates } from '../api/use-dates.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { type Missing, stepsOf } from './steps.ts';
import { useSettings } from './use-settings.ts';

/** What stands between this agency and its first roll call, in the order in which it is done. */
export function DashboardPage() {
  const { t } = useTranslation('admin');
  const settings = useSettings();
  return (
    <>
      <PageHeading title={t('dashboard.title')} />
      <Answered of={settings}>{(known) => <Steps settings={known} />}</Answered>
    </>
  );
}

function Steps({ settings }: { settings: Settings }) {
  const { t } = useTranslation('admin');
  const dates = useDates();
  const steps = stepsOf(settings);
  const missing = steps.filter(({ state }) => state === 'missing').length;
  return (
    <>
      <p className="lead">{missing > 0 ? t('dashboard.missing', { count: missing }) : t('dashboard.ready')}</p>
      <ol className="set-up-steps">
        {steps.map(({ name, state, count }) => (
          <li key={name} className={state}>
            <span className="mark">{t(`dashboard.state.${state}`)}</span>
            <span>
              <Link to={addresses[name]}>{t(`dashboard.step.${name}`)}</Link>
              <span className="quiet">
                {t(`dashboard.says.${name}.${state}`, {
                  ...settings,
                  count,
                  startsOn: dates.calendarDay(settings.startsOn),
                })}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <p className="quiet">
        {settings.backedUpAt
          ? t('dashboard.backedUp', { at: dates.dayAndTime(settings.backedUpAt) })
          : t('dashboard.notBackedUp')}
      </p>
      <p className="ways">
        <Link to="/admin/people">{t('dashboard.people', { count: settings.officers })}</Link>
        <Link to="/roll-call">{t('dashboard.rollCall')}</Link>
        <Link to="/commander">{t('dashboard.reports')}</Link>
      </p>
    </>
  );
}

const addresses: Record<Missing, string> = {
  agency: '/admin/agency',
  roster: '/admin/roster',
  units: '/admin/units',
  supervisors: '/admin/people',
  order: '/admin/order',
  window: '/admin/window',
  slips: '/admin/slips',
};
