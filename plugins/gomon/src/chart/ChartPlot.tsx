import { useFormat } from '../format/useFormat';
import { ChartAxes } from './ChartAxes';
import { Geometry } from './geometry';
import { linePath, nearestPoint } from './line';
import type { ChartData } from './LineChart';
import styles from './chart.module.css';

/** The drawing itself. */
export function ChartPlot(props: {
  data: ChartData;
  size: Geometry;
  cursorMs?: number;
}) {
  const { data, size, cursorMs } = props;
  const { locale } = useFormat();
  const clamp = (pixel: number) =>
    Math.min(size.right, Math.max(size.left, pixel));
  return (
    <>
      {data.incidents?.map(incident => (
        <rect
          key={`${incident.fromMs} ${incident.status}`}
          className={styles.incident}
          data-status={incident.status}
          x={clamp(size.x(incident.fromMs))}
          width={Math.max(
            1,
            clamp(size.x(incident.toMs)) - clamp(size.x(incident.fromMs)),
          )}
          y={size.top}
          height={size.bottom - size.top}
        />
      ))}
      <ChartAxes data={data} size={size} locale={locale} />
      {data.limit !== undefined && (
        <line
          className={styles.limit}
          x1={size.left}
          x2={size.right}
          y1={size.y(data.limit)}
          y2={size.y(data.limit)}
        />
      )}
      {data.lines.map((line, index) => (
        <path
          key={line.id}
          className={styles.line}
          data-line={index % 6}
          d={linePath(line.points, size.x, size.y)}
        />
      ))}
      {cursorMs !== undefined && (
        <line
          className={styles.cursor}
          x1={size.x(cursorMs)}
          x2={size.x(cursorMs)}
          y1={size.top}
          y2={size.bottom}
        />
      )}
      {cursorMs !== undefined &&
        data.lines.map((line, index) => {
          const [at, value] = nearestPoint(line.points, cursorMs) ?? [0, null];
          return (
            value !== null && (
              <circle
                key={line.id}
                className={styles.dot}
                data-line={index % 6}
                cx={size.x(at)}
                cy={size.y(value)}
                r="3.5"
              />
            )
          );
        })}
    </>
  );
}
