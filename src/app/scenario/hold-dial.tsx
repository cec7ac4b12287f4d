import { useTranslation } from 'react-i18next';
import { holdLimitMinutes } from '#domain/scenario/run.ts';
import type { HoldState } from './hold-state.ts';

type HoldDialProps = { minutes: number; state: HoldState };

/**
 * Sixty minutes once round, a mark every five. A basis known to be civil closes what is left of them. The figures and words
 * beside it say the same.
 */
export function HoldDial({ minutes, state }: HoldDialProps) {
  const { t } = useTranslation('officer');
  const shown = Math.min(minutes, holdLimitMinutes);
  return (
    <svg className={`hold-dial ${state}`} aria-hidden="true" viewBox="0 0 100 100">
      <circle className="dial-rim" cx="50" cy="50" r="40" />
      <g className="dial-marks">
        {Array.from({ length: 12 }, (_, mark) => mark * 30).map((angle) => (
          <path key={angle} d={angle % 90 === 0 ? 'M50 3v6' : 'M50 3v3'} transform={`rotate(${angle} 50 50)`} />
        ))}
      </g>
      {shown > 0 && (
        <circle
          className="dial-held"
          cx="50"
          cy="50"
          r="40"
          pathLength={holdLimitMinutes}
          strokeDasharray={`${shown} ${holdLimitMinutes}`}
          transform="rotate(-90 50 50)"
        />
      )}
      <text x="50" y={state === 'closed' ? 54 : 61}>
        {state === 'closed' ? 0 : minutes}
      </text>
      {state === 'closed' && (
        <text className="dial-word" x="50" y="71">
          {t('clock.more')}
        </text>
      )}
    </svg>
  );
}
