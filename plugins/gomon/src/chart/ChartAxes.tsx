import { useFormat } from '../format/useFormat';
import { axisUnit } from './axisUnit';
import { Geometry } from './geometry';
import type { ChartData } from './LineChart';
import { formatTick, timeTicks } from './timeTicks';
import styles from './chart.module.css';

/** Pixels that a time below the axis needs. */
const TICK_WIDTH = 90;

/** Values to the left, times below. */
export function ChartAxes(props: {
  data: ChartData;
  size: Geometry;
  locale: string;
}) {
  const { data, size, locale } = props;
  const { figure } = useFormat();
  const { ticks, step } = timeTicks(
    data.range[0],
    data.range[1],
    Math.max(2, Math.floor((size.right - size.left) / TICK_WIDTH)),
  );
  return (
    <g className={styles.axes}>
      {size.yTicks.map(value => (
        <g key={value}>
          <line
            x1={size.left}
            x2={size.right}
            y1={size.y(value)}
            y2={size.y(value)}
          />
          <text x={size.left - 6} y={size.y(value) + 4} textAnchor="end">
            {figure({ value, unit: axisUnit(data.unit) })}
          </text>
        </g>
      ))}
      {ticks.map(at => (
        <text
          key={at}
          x={size.x(at)}
          y={size.bottom + 16}
          // The last one must not stand out of the picture.
          textAnchor={
            size.right - size.x(at) < TICK_WIDTH / 3 ? 'end' : 'middle'
          }
        >
          {formatTick(at, step, locale)}
        </text>
      ))}
    </g>
  );
}
