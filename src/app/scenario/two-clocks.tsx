import { useTranslation } from 'react-i18next';
import { BasisTag } from '#app/ui/basis-tag.tsx';
import { holdLimitMinutes as limit, type Ruling, type Run } from '#domain/scenario/run.ts';
import { HoldDial } from './hold-dial.tsx';
import { holdState } from './hold-state.ts';
import './clocks.css';

type TwoClocksProps = {
  run: Pick<Run, 'stopMinutes' | 'holdMinutes' | 'basis'>;
  /** From when the hour is counted; null where nobody is stopped with a hit, so that no hour runs. */
  hourStarts: Ruling['hourStarts'] | null;
  /** Without a paper there is no basis to know of: a witness has none. */
  hasPapers: boolean;
  /** A minute was held after the basis was known to be civil (R1, R7). */
  heldOnCivil: boolean;
};

/** Stop: ordinary business. Hold: not free to leave because of the hit (R10). Both in words, figures and picture. */
export function TwoClocks({ run, hourStarts, hasPapers, heldOnCivil }: TwoClocksProps) {
  const { t } = useTranslation('officer');
  const { stopMinutes, holdMinutes, basis } = run;
  const state = holdState(run, heldOnCivil);
  return (
    <section className={`two-clocks ${state}`} aria-label={t('clock.title')}>
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
        <HoldDial minutes={holdMinutes} state={state} />
        <p>
          <b>{t('clock.hold')}</b>
          <span>{t('clock.held', { minutes: holdMinutes })}</span>
          {(state === 'quiet' || state === 'late') && <span>{t('clock.ceiling', { limit })}</span>}
          {state === 'closed' && <strong>{t('clock.noneLeft')}</strong>}
          {hourStarts && <small>{t(`clock.from.${hourStarts}`)}</small>}
        </p>
      </div>
      {(state === 'over' || state === 'broken') && (
        <p className="clock-alarm">
          <svg aria-hidden="true" viewBox="0 0 20 20" width="22" height="22">
            <path d="M10 2.5l8 15H2zM10 8v4.5M10 15v.2" />
          </svg>
          <strong>{t(`clock.alarm.${state}`, { limit })}</strong>
        </p>
      )}
      {hasPapers && (
        <p className="basis-known">
          <span>{t('clock.basis')}</span>{' '}
          {basis === 'unknown' ? <b>{t('clock.basisUnknown')}</b> : <BasisTag kind={basis} />}
        </p>
      )}
      {/* Polite, and only changes are said: a live region is silent about what it held when it appeared. */}
      <p className="visually-hidden" role="status">
        {t('clock.status', { stop: stopMinutes, hold: holdMinutes, state, limit })}
      </p>
    </section>
  );
}
