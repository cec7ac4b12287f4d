import { useTranslation } from 'react-i18next';
import { BasisTag } from '#app/ui/basis-tag.tsx';
import { holdLimitMinutes, type Run } from '#domain/scenario/run.ts';
import { HoldDial } from './hold-dial.tsx';
import './clocks.css';

/** Minutes from which the dial warns: confirming urgently (10) and a supervisor (5) still fit before the hour. */
const lateFromMinutes = 40;

type TwoClocksProps = {
  run: Pick<Run, 'stopMinutes' | 'holdMinutes' | 'basis'>;
  /** Without a paper there is no basis to know of: a witness has none. */
  hasHit: boolean;
};

/** Stop: ordinary business. Hold: not free to leave because of the hit (R10). Both in words, figures and picture. */
export function TwoClocks({ run, hasHit }: TwoClocksProps) {
  const { t } = useTranslation('officer');
  const { stopMinutes, holdMinutes, basis } = run;
  const isOver = holdMinutes > holdLimitMinutes;
  const alarm = isOver ? 'over' : holdMinutes >= lateFromMinutes ? 'late' : 'quiet';
  const held = t('clock.held', { minutes: holdMinutes, limit: holdLimitMinutes });
  return (
    <section className="two-clocks" aria-label={t('clock.title')}>
      <div className="clock">
        <p className="stop-count" aria-hidden="true">
          {stopMinutes}
        </p>
        <p>
          <b>{t('clock.stop')}</b>
          <span>{t('clock.stopped', { minutes: stopMinutes })}</span>
        </p>
      </div>
      <div className="clock">
        <HoldDial minutes={holdMinutes} alarm={alarm} />
        <p>
          <b>{t('clock.hold')}</b>
          <span>{held}</span>
          {isOver && <strong className="over">{t('clock.over')}</strong>}
        </p>
      </div>
      {hasHit && (
        <p className="basis-known">
          <span>{t('clock.basis')}</span>{' '}
          {basis === 'unknown' ? <b>{t('clock.basisUnknown')}</b> : <BasisTag kind={basis} />}
          {basis === 'civil' && <span>{t('clock.noHoldLeft')}</span>}
        </p>
      )}
      {/* Polite, and only changes are said: a live region is silent about what it held when it appeared. */}
      <p className="visually-hidden" role="status">
        {t('clock.status', { stop: stopMinutes, hold: holdMinutes, limit: holdLimitMinutes })}
      </p>
    </section>
  );
}
