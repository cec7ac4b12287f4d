import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { standings } from '#domain/completion/completion.ts';
import type { OfficerLine } from '#domain/completion/report.ts';
import { DueWords, StateWords } from './officer-words.tsx';
import { SortHeader, useSorting } from './sorting.tsx';

const columns = ['name', 'badge', 'unit', 'state', 'grade', 'due'] as const;
type Column = (typeof columns)[number];

const compare: Record<Column, (a: OfficerLine, b: OfficerLine) => number> = {
  name: (a, b) => a.name.localeCompare(b.name),
  badge: (a, b) => a.badge.localeCompare(b.badge, undefined, { numeric: true }),
  unit: (a, b) => a.unit.localeCompare(b.unit),
  state: (a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing) || a.watchedShare - b.watchedShare,
  grade: (a, b) => (a.grade ?? 'Z').localeCompare(b.grade ?? 'Z'),
  due: (a, b) => Number(b.overdue) - Number(a.overdue) || dueAt(a).localeCompare(dueAt(b)),
};
/** Who owes nothing stands behind every date, and before them who is away until nobody knows when. */
const dueAt = (line: OfficerLine) => (line.standing === 'done' || line.spared ? '9' : (line.dueAt ?? '8'));

const atOnce = 200;

export function OfficersTable({ lines }: { lines: readonly OfficerLine[] }) {
  const { t } = useTranslation('commander');
  const { sorted, order, sortBy } = useSorting<OfficerLine, Column>(lines, compare, {
    column: 'due',
    isDescending: false,
  });
  const [shown, setShown] = useState(atOnce);
  return (
    <>
      <p role="status">{t('officers.count', { count: lines.length })}</p>
      {lines.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
        <section className="scroll" aria-label={t('officers.table')} tabIndex={0}>
          <table className="stacks">
            <thead>
              <tr>
                {columns.map((column) => (
                  <SortHeader key={column} column={column} order={order} onSort={sortBy}>
                    {t(`officers.${column}`)}
                  </SortHeader>
                ))}
              </tr>
            </thead>
            <tbody>
              {sorted.slice(0, shown).map((line) => (
                <OfficerRow key={line.officerId} line={line} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {lines.length > shown && (
        <button type="button" className="button quiet" onClick={() => setShown(shown + atOnce)}>
          {t('officers.more', { count: Math.min(atOnce, lines.length - shown) })}
        </button>
      )}
    </>
  );
}

function OfficerRow({ line }: { line: OfficerLine }) {
  const { t } = useTranslation('commander');
  return (
    <tr>
      <th scope="row">
        <Link to={`/commander/officers/${line.officerId}`}>{line.name}</Link> <span className="quiet">{line.rank}</span>
      </th>
      <td>
        <span className="label">{t('officers.badge')}</span> {line.badge}
      </td>
      <td>
        <span className="label">{t('officers.unit')}</span> {line.unit}
      </td>
      <td>
        <span className="label">{t('officers.state')}</span> <StateWords of={line} />
      </td>
      <td>
        <span className="label">{t('officers.grade')}</span>{' '}
        {line.grade ? t(`grade.${line.source ?? line.grade}`) : '–'}
      </td>
      <td>
        <span className="label">{t('officers.due')}</span> <DueWords of={line} />
      </td>
    </tr>
  );
}
