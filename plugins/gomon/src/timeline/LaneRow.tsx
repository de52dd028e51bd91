import { Link } from '@backstage/ui';
import { memo } from 'react';
import { useHealthPath } from '../entity/useHealthPath';
import { useFormat } from '../format/useFormat';
import { Lane } from './lanes';
import { LaneBar } from './LaneBar';
import styles from './timeline.module.css';

/** One component: its name, its course, its uptime. */
function Row(props: {
  lane: Lane;
  range: readonly [fromMs: number, toMs: number];
  row: number;
  /** Of all lanes. */
  count: number;
  /** In pixels. */
  height: number;
}) {
  const { lane, range, row, count, height } = props;
  const { figure } = useFormat();
  const healthPath = useHealthPath();
  return (
    <li
      className={styles.lane}
      aria-setsize={count}
      aria-posinset={row + 1}
      style={{ height, transform: `translateY(${row * height}px)` }}
    >
      <Link
        className={styles.name}
        href={healthPath(lane.entityRef)}
        title={lane.title}
      >
        {lane.title}
      </Link>
      <LaneBar label={lane.title} segments={lane.segments} range={range} />
      <span className={styles.uptime}>
        {lane.uptime === undefined
          ? '–'
          : figure({ value: lane.uptime * 100, unit: 'percent' })}
      </span>
    </li>
  );
}

/** Scrolling moves the window, not the lanes in it: they are drawn again only when there is news of them. */
export const LaneRow = memo(Row);
