import { useTranslation } from 'react-i18next';
import type { UnitCounts } from '#domain/completion/report.ts';
import { barOf } from './need.ts';

const parts = ['done', 'inTime', 'late'] as const;

/** One unit in one line: done, still in time, late; told apart by pattern as well as colour. The table says the figures. */
export function StackedBar({ counts }: { counts: UnitCounts }) {
  const bar = barOf(counts);
  const share = (part: (typeof parts)[number]) => (counts.officers === 0 ? 0 : (bar[part] / counts.officers) * 100);
  return (
    <svg className="stacked-bar" aria-hidden="true" width="100%" height="20">
      {parts.map((part, place) => (
        <g key={part} className={part}>
          <rect
            x={`${parts.slice(0, place).reduce((sum, before) => sum + share(before), 0)}%`}
            width={`${share(part)}%`}
            height="100%"
          />
          {part !== 'done' && (
            <rect
              x={`${parts.slice(0, place).reduce((sum, before) => sum + share(before), 0)}%`}
              width={`${share(part)}%`}
              height="100%"
              fill={`url(#bar-${part})`}
              className="pattern"
            />
          )}
        </g>
      ))}
    </svg>
  );
}

/** The patterns, once on a page, and what they mean. */
export function BarLegend() {
  const { t } = useTranslation('commander');
  return (
    <div className="bar-legend">
      <svg aria-hidden="true" width="0" height="0">
        <pattern id="bar-inTime" width="8" height="8" patternUnits="userSpaceOnUse">
          <circle cx="4" cy="4" r="1.3" className="bar-ink" />
        </pattern>
        <pattern id="bar-late" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="3" height="8" className="bar-ink" />
        </pattern>
      </svg>
      {parts.map((part) => (
        <span key={part}>
          <svg aria-hidden="true" className="stacked-bar" width="28" height="16">
            <g className={part}>
              <rect width="100%" height="100%" />
              {part !== 'done' && <rect width="100%" height="100%" fill={`url(#bar-${part})`} className="pattern" />}
            </g>
          </svg>
          {t(`bar.${part}`)}
        </span>
      ))}
    </div>
  );
}
