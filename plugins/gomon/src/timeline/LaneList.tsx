import { HealthEvent } from '@gomon/plugin-gomon-common';
import { useRef } from 'react';
import { useFormat } from '../format/useFormat';
import frameStyles from '../rows/rowFrame.module.css';
import { RowSizes, rowLayout } from '../rows/rowLayout';
import { useRowWindow } from '../rows/useRowWindow';
import { useSize } from '../rows/useSize';
import { Lane } from './lanes';
import { LaneHead } from './LaneHead';
import { LaneRow } from './LaneRow';
import styles from './timeline.module.css';

/** Where it is narrow, name and uptime of a lane stand above its bar. */
const SIZES: RowSizes = {
  columnsWidth: 576,
  rowHeight: { columns: 32, lines: 60 },
};

/** A lane for each component, of which only those in sight are drawn; each says which one of how many it is. */
export function LaneList(props: {
  lanes: readonly Lane[];
  events: readonly HealthEvent[];
  range: readonly [fromMs: number, toMs: number];
}) {
  const { lanes, events, range } = props;
  const { t } = useFormat();
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const { layout, rowHeight } = rowLayout(width, SIZES);
  const count = lanes.length;
  const { rows, onScroll } = useRowWindow({ height, rowHeight, count });
  return (
    <div
      ref={frame}
      className={`${frameStyles.frame} ${styles.frame}`}
      data-layout={layout}
      role="group"
      aria-label={t('timeline.title')}
      // Whoever has no mouse needs to get into the box to scroll it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={onScroll}
    >
      <LaneHead events={events} range={range} />
      <ul
        className={styles.lanes}
        aria-label={t('timeline.title')}
        style={{ height: count * rowHeight }}
      >
        {lanes.slice(rows.first, rows.last).map((lane, offset) => (
          <LaneRow
            key={lane.entityRef}
            lane={lane}
            range={range}
            row={rows.first + offset}
            count={count}
            height={rowHeight}
          />
        ))}
      </ul>
    </div>
  );
}
