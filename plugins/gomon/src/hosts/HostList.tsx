import { useEffect, useRef } from 'react';
import { useFormat } from '../format/useFormat';
import frameStyles from '../rows/rowFrame.module.css';
import { RowSizes, rowLayout } from '../rows/rowLayout';
import { RowWindow } from '../rows/rowWindow';
import { useRowWindow } from '../rows/useRowWindow';
import { useSize } from '../rows/useSize';
import { hostColumns, useColumnNames } from './columns';
import { HostPages } from './HostPages';
import { HostRow } from './HostRow';
import styles from './HostList.module.css';

/** Where it is narrow, each figure stands with its name. */
const SIZES: RowSizes = {
  columnsWidth: 656,
  rowHeight: { columns: 56, lines: 108 },
};

/** A table of which only the rows in sight are drawn; it says how many there are, and which each row is. */
export function HostList(props: {
  pages: HostPages;
  onWindow(rows: RowWindow): void;
}) {
  const { pages, onWindow } = props;
  const { t } = useFormat();
  const names = useColumnNames();
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const { layout, rowHeight } = rowLayout(width, SIZES);
  const count = pages.totalItems;
  const { rows, onScroll } = useRowWindow({ height, rowHeight, count });
  const { first, last } = rows;
  useEffect(() => onWindow({ first, last }), [first, last, onWindow]);

  return (
    <div
      ref={frame}
      className={`${frameStyles.frame} ${styles.frame}`}
      data-layout={layout}
      role="table"
      aria-label={t('hosts.title')}
      aria-rowcount={count + 1}
      // Whoever has no mouse needs to get into the box to scroll it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={onScroll}
    >
      <div role="rowgroup" className={`${frameStyles.head} ${styles.head}`}>
        <div role="row" aria-rowindex={1} className={styles.columns}>
          {hostColumns.map(column => (
            <span key={column} role="columnheader">
              {names[column]}
            </span>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className={styles.body}
        style={{ height: count * rowHeight }}
      >
        {Array.from({ length: last - first }, (_, offset) => (
          <HostRow
            key={first + offset}
            host={pages.at(first + offset)}
            names={names}
            row={first + offset}
            top={(first + offset) * rowHeight}
            height={rowHeight}
          />
        ))}
      </div>
    </div>
  );
}
