import { type ReactNode, useState } from 'react';

export type Order<Column extends string> = { column: Column; isDescending: boolean };

/** Sorted rows, and the headers that change the order. */
export function useSorting<Row, Column extends string>(
  rows: readonly Row[],
  compare: Record<Column, (a: Row, b: Row) => number>,
  first: Order<Column>,
) {
  const [order, setOrder] = useState(first);
  const ascending = [...rows].sort(compare[order.column]);
  return {
    sorted: order.isDescending ? ascending.reverse() : ascending,
    order,
    sortBy: (column: Column) =>
      setOrder((before) => ({ column, isDescending: before.column === column && !before.isDescending })),
  };
}

type SortHeaderProps<Column extends string> = {
  column: Column;
  order: Order<Column>;
  onSort: (column: Column) => void;
  className?: string;
  children: ReactNode;
};

/** A header that says how the table is sorted by it, and sorts by it (WAI-ARIA practices "Sortable Table"). */
export function SortHeader<Column extends string>({
  column,
  order,
  onSort,
  className,
  children,
}: SortHeaderProps<Column>) {
  const isSorted = order.column === column;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isSorted ? (order.isDescending ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" onClick={() => onSort(column)}>
        {children}
        <span aria-hidden="true" className="sort-sign">
          {isSorted ? (order.isDescending ? '▾' : '▴') : '↕'}
        </span>
      </button>
    </th>
  );
}
