import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { changesNothing, type Plan } from '#domain/roster/import.ts';
import type { ImportPlan } from '#server/roster/import-store.ts';

type Of = { badge: string; name: string };

/** Names are somebody's own text, in any direction: isolated, so that the line around them stays as it is. */
const Person = ({ name, badge }: Of) => (
  <>
    <bdi>{name}</bdi> · <bdi>{badge}</bdi>
  </>
);
const Unit = ({ path }: { path: readonly string[] }) => <bdi>{path.join(' / ') || '/'}</bdi>;

type RosterPlanProps = { plan: Plan; rights: ImportPlan['rights']; onSaveFailed: () => void };

/** Everything that the file would change, kind by kind, and the rows that it could not use. */
export function RosterPlan({ plan, rights, onSaveFailed }: RosterPlanProps) {
  const { t } = useTranslation('roster');
  const { units, added, changed, moved, returned, deactivated, kept, failed, unchanged } = plan;
  return (
    <section aria-labelledby="roster-plan">
      <h2 id="roster-plan">{t('page.plan')}</h2>
      {changesNothing(plan) && <p>{t('cli.nothing')}</p>}
      <Group kind="units" all={units} line={({ path }) => <Unit path={path} />} />
      <Group
        kind="added"
        all={added}
        line={(of) => (
          <>
            <Person {...of} /> · <Unit path={of.unit.path} />
          </>
        )}
      />
      <Group
        kind="changed"
        all={changed}
        line={({ field, from, to, ...of }) => (
          <>
            <Person {...of} />: {t(`field.${field}`)} <bdi>{from}</bdi> → <bdi>{to}</bdi>
          </>
        )}
      />
      <Group
        kind="moved"
        all={moved}
        line={({ from, to, ...of }) => (
          <>
            <Person {...of} />: <Unit path={from.path} /> → <Unit path={to.path} />
          </>
        )}
      />
      <Group kind="returned" all={returned} line={(of) => <Person {...of} />} />
      <Group kind="deactivated" all={deactivated} line={(of) => <Person {...of} />} />
      <Group kind="kept" all={kept} line={(of) => <Person {...of} />} />
      <Group
        kind="rights"
        all={rights}
        line={({ role, unit, ends, ...of }) =>
          t(ends ? 'cli.rightEnds' : 'cli.rightStays', {
            who: `${of.name} · ${of.badge}`,
            role: t(`role.${role}`),
            unit,
          })
        }
      />
      <p>{t('cli.unchanged', { count: unchanged })}</p>
      <Group
        kind="failed"
        all={failed}
        line={({ row, faults }) =>
          t('cli.failedRow', {
            row: String(row),
            faults: faults
              .map(({ reason, column, found }) => [column, t(`fault.${reason}`, { found })].filter(Boolean).join(': '))
              .join('; '),
          })
        }
      />
      {failed.length > 0 && (
        <button type="button" className="button quiet" onClick={onSaveFailed}>
          {t('page.saveFailed')}
        </button>
      )}
    </section>
  );
}

/** More are counted, not listed: nobody reads ten thousand names. */
const shown = 100;

type GroupProps<T> = {
  kind: 'units' | 'added' | 'changed' | 'moved' | 'returned' | 'deactivated' | 'kept' | 'rights' | 'failed';
  all: readonly T[];
  line: (each: T) => ReactNode;
};

function Group<T>({ kind, all, line }: GroupProps<T>) {
  const { t } = useTranslation('roster');
  if (all.length === 0) return null;
  return (
    <details className={kind} open={all.length <= 10}>
      <summary>{t(`cli.${kind}`, { count: all.length })}</summary>
      <ul>
        {all.slice(0, shown).map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a plan is drawn once and its lines have no names of their own.
          <li key={at}>{line(each)}</li>
        ))}
        {all.length > shown && <li>{t('cli.more', { count: all.length - shown })}</li>}
      </ul>
    </details>
  );
}
