import { useEffect, useRef, useState } from 'react';
import { useFormat } from '../format/useFormat';
import { HostPages } from './HostPages';
import { HostRow } from './HostRow';
import styles from './HostList.module.css';
import { layoutOf } from './layout';
import { useSize } from './useSize';
import { rowWindow, RowWindow } from './window';

/** A table of which only the rows in sight are drawn; it says how many there are, and which each row is. */
export function HostList(props: {
  pages: HostPages;
  onWindow(rows: RowWindow): void;
}) {
  const { pages, onWindow } = props;
  const { t } = useFormat();
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const { layout, rowHeight } = layoutOf(width);
  const [scrollTop, setScrollTop] = useState(0);
  const count = pages.totalItems;
  const rows = rowWindow({ scrollTop, height, rowHeight, count });
  const { first, last } = rows;
  useEffect(() => onWindow({ first, last }), [first, last, onWindow]);

  return (
    <div
      ref={frame}
      className={styles.frame}
      data-layout={layout}
      role="table"
      aria-label={t('hosts.title')}
      aria-rowcount={count + 1}
      // Whoever has no mouse needs to get into the box to scroll it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={event => setScrollTop(event.currentTarget.scrollTop)}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={styles.columns}>
          {(['name', 'lastSampleAt', 'cpu', 'memory', 'disk'] as const).map(
            column => (
              <span key={column} role="columnheader">
                {t(`hosts.column.${column}`)}
              </span>
            ),
          )}
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
            row={first + offset}
            top={(first + offset) * rowHeight}
            height={rowHeight}
          />
        ))}
      </div>
    </div>
  );
}
