import { useFormat } from '../format/useFormat';
import { nearestPoint, newestPoint } from './line';
import type { ChartData } from './LineChart';
import styles from './chart.module.css';

/** Which line is which, and its value: at the cursor, else the newest. */
export function ChartLegend(props: { data: ChartData; cursorMs?: number }) {
  const { data, cursorMs } = props;
  const { t, figure, moment } = useFormat();
  return (
    <div className={styles.legend}>
      {data.lines.map((line, index) => {
        const point =
          cursorMs === undefined
            ? newestPoint(line.points)
            : nearestPoint(line.points, cursorMs);
        const value = point?.[1] ?? null;
        return (
          <span key={line.id} className={styles.entry}>
            <svg width="18" height="8" aria-hidden="true">
              <path className={styles.line} data-line={index % 6} d="M0 4H18" />
            </svg>
            {data.lines.length > 1 && <span>{line.label}</span>}
            <span className={styles.value}>
              {value === null
                ? t('chart.missing')
                : figure({ value, unit: data.unit })}
            </span>
          </span>
        );
      })}
      {cursorMs !== undefined && (
        <span className={styles.moment}>
          {moment(new Date(cursorMs).toISOString())}
        </span>
      )}
    </div>
  );
}
