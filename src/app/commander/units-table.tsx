import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { UnitLine } from '#domain/completion/report.ts';
import { byNeed } from './need.ts';
import { SortHeader, useSorting } from './sorting.tsx';
import { BarLegend, StackedBar } from './stacked-bar.tsx';

const figures = ['officers', 'done', 'onTheWay', 'notOpened', 'late', 'dueOnReturn', 'needsTalk'] as const;
type Column = 'need' | 'name' | (typeof figures)[number];

const compare = {
  need: byNeed,
  name: (a: UnitLine, b: UnitLine) => a.name.localeCompare(b.name),
  ...(Object.fromEntries(
    figures.map((figure) => [figure, (a: UnitLine, b: UnitLine) => b.counts[figure] - a.counts[figure]]),
  ) as Record<(typeof figures)[number], (a: UnitLine, b: UnitLine) => number>),
};

/** The units below, the neediest first: a bar to see and the figures to read. */
export function UnitsTable({ units }: { units: readonly UnitLine[] }) {
  const { t } = useTranslation('commander');
  const { sorted, order, sortBy } = useSorting<UnitLine, Column>(units, compare, {
    column: 'need',
    isDescending: false,
  });
  const header = (column: Column, className?: string) => (
    <SortHeader key={column} column={column} order={order} onSort={sortBy} {...(className && { className })}>
      {t(`units.${column}`)}
    </SortHeader>
  );
  return (
    <section aria-labelledby="units">
      <div className="list-head">
        <h2 id="units">{t('units.title')}</h2>
        <BarLegend />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <section className="scroll" aria-label={t('units.table')} tabIndex={0}>
        <table className="stacks">
          <thead>
            <tr>
              {header('name')}
              {header('need', 'bar')}
              {figures.map((figure) => header(figure, 'figure'))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((unit) => (
              <tr key={`${unit.unitId} ${unit.isDirect ?? ''}`}>
                <th scope="row">
                  <Link to={addressOf(unit)}>{unit.isDirect ? t('units.direct', { unit: unit.name }) : unit.name}</Link>
                </th>
                <td className="bar">
                  <StackedBar counts={unit.counts} />
                </td>
                {figures.map((figure) => (
                  <td key={figure} className={unit.counts[figure] === 0 ? 'figure none' : `figure ${figure}`}>
                    <span className="label">{t(`units.${figure}`)}</span> <Figure unit={unit} figure={figure} />
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

const addressOf = ({ unitId, isDirect }: UnitLine, query = '') => {
  const asked = [query, isDirect && 'officers=all&direct=true'].filter(Boolean).join('&');
  return `/commander/units/${unitId}${asked && `?${asked}`}`;
};

/** A figure that needs somebody leads to the people behind it. */
function Figure({ unit, figure }: { unit: UnitLine; figure: (typeof figures)[number] }) {
  const { t } = useTranslation('commander');
  const count = unit.counts[figure];
  const query = figure === 'late' ? 'late=true' : figure === 'needsTalk' ? 'standing=needs-talk' : null;
  if (query === null || count === 0) return count;
  return (
    <Link to={addressOf(unit, query)} aria-label={t(`units.see.${figure}`, { count, unit: unit.name })}>
      {count}
    </Link>
  );
}
