import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Field, fields, type Mapping } from '#domain/roster/import.ts';
import type { ImportPlan } from '#server/roster/import-store.ts';
import type { Import } from './use-import.ts';

/** Parts of a name and levels of a unit may stand in several columns. */
const most: Record<Field, number> = { badge: 1, name: 4, rank: 1, unit: 6, duty: 1, personId: 1 };
const none: Mapping = { badge: [], name: [], rank: [], unit: [], duty: [], personId: [] };

type RosterColumnsProps = { roster: Import; seen: ImportPlan };

/** Which column holds what, as it was guessed or used last time, with the first row beside it; and whether this is all. */
export function RosterColumns({ roster, seen }: RosterColumnsProps) {
  const { t } = useTranslation('roster');
  const mapping = roster.asked.mapping ?? none;
  const choose = (field: Field, at: number, column: string) => {
    const columns = [...mapping[field].slice(0, at), column, ...mapping[field].slice(at + 1)];
    roster.change({ mapping: { ...mapping, [field]: columns.filter((each) => each !== '') } });
  };
  return (
    <fieldset className="columns">
      <legend>{t('page.columns')}</legend>
      <p>{t('page.rows', { count: seen.rows })}</p>
      {seen.mappingFault && (
        <p className="fault" role="alert">
          {t(`mapping.${seen.mappingFault}`)}
        </p>
      )}
      {fields.map((field) => {
        const slots = Math.min(most[field], mapping[field].length + 1);
        return (
          <div key={field} className="column">
            {Array.from({ length: slots }, (_, at) => (
              <ColumnChoice
                // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the choice is for.
                key={at}
                label={at === 0 ? t(`field.${field}`) : t('page.next', { field: t(`field.${field}`), place: at + 1 })}
                column={mapping[field][at] ?? ''}
                seen={seen}
                onChoose={(column) => choose(field, at, column)}
              />
            ))}
          </div>
        );
      })}
      <label className="whole">
        <input
          type="checkbox"
          checked={roster.asked.whole}
          onChange={({ currentTarget: { checked } }) => roster.change({ whole: checked })}
        />
        {t('page.whole')}
      </label>
    </fieldset>
  );
}

type ColumnChoiceProps = { label: string; column: string; seen: ImportPlan; onChoose: (column: string) => void };

function ColumnChoice({ label, column, seen: { header, sample }, onChoose }: ColumnChoiceProps) {
  const { t } = useTranslation('roster');
  const id = useId();
  const example = sample[0]?.[header.indexOf(column)];
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={column} onChange={({ currentTarget: { value } }) => onChoose(value)}>
        <option value="">{t('page.noColumn')}</option>
        {header.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
      {example && <bdi className="example">{example}</bdi>}
    </p>
  );
}
