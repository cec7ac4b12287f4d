import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Compared, compared, type RefusedItem, type Submission } from '#domain/coverage/refused-item.ts';
import { useDates } from '../api/use-dates.ts';
import { useSaid } from './submission-said.tsx';

/** What was sent again under an id that was taken, each beside what had been taken first. */
export function RefusedItems({ items }: { items: readonly RefusedItem[] }) {
  const { t } = useTranslation('commander');
  const id = useId();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t('review.again.title', { count: items.length })}</h3>
      <p>{t('review.again.words')}</p>
      {items.map((item) => (
        <Refused key={item.seq} item={item} />
      ))}
    </section>
  );
}

const columns = ['first', 'sent', 'compared'] as const;
type Column = (typeof columns)[number];

function Refused({ item: { sent, first, isOtherOfficer, differs } }: { item: RefusedItem }) {
  const { t } = useTranslation('commander');
  const dates = useDates();
  const saidOf = useSaid();
  const nameOf = (one: Submission | null) => (one ? (one.by ?? t('review.again.somebody')) : t('review.again.gone'));
  const sameness = (isDifferent: boolean) => t(`review.again.${isDifferent ? 'differs' : 'same'}`);

  /** What is the same is said of both; what only the other officer's page may say is not said here. */
  const said = (what: Compared, one: Submission | null, other: Submission | null) => {
    if (one?.item) return saidOf(what, one.item);
    if (differs === null) return t('review.again.gone');
    if (differs.includes(what)) return t('review.again.onOwnPage');
    return other?.item ? saidOf(what, other.item) : null;
  };
  const rows = compared.flatMap((what) => {
    const [taken, came] = [said(what, first, sent), said(what, sent, first)];
    if (taken === null && came === null) return [];
    const isKnown = differs !== null;
    const row = { first: taken ?? '–', sent: came ?? '–', compared: isKnown ? sameness(differs.includes(what)) : '–' };
    return [{ what, isDifferent: differs?.includes(what) ?? false, ...row }];
  });
  const by = { first: nameOf(first), sent: nameOf(sent), compared: first ? sameness(isOtherOfficer) : '–' };
  const received = {
    first: first ? dates.toTheSecond(first.at) : '–',
    sent: dates.toTheSecond(sent.at),
    compared: '–',
  };
  const all = [
    { what: 'by' as const, isDifferent: isOtherOfficer, ...by },
    { what: 'received' as const, isDifferent: false, ...received },
    ...rows,
  ];
  const cell = (row: (typeof all)[number], column: Column) =>
    column === 'compared' && row.isDifferent ? <strong>{row.compared}</strong> : row[column];
  return (
    <table className="stacks">
      <caption>{t('review.again.refusedAt', { day: dates.toTheSecond(sent.at) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('review.again.what')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`review.again.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {all.map((row) => (
          <tr key={row.what}>
            <th scope="row">{t(`review.again.${row.what}`)}</th>
            {columns.map((column) => (
              <td key={column}>
                <span className="label">{t(`review.again.${column}`)}</span> <span>{cell(row, column)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
