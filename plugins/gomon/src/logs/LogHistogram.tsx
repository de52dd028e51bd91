import { LogPage } from '@gomon/plugin-gomon-common';
import { useState } from 'react';
import { ChartAxes } from '../chart/ChartAxes';
import { ChartFrame } from '../chart/ChartFrame';
import { ChartLegend } from '../chart/ChartLegend';
import { Geometry } from '../chart/geometry';
import type { ChartData } from '../chart/LineChart';
import { summarise } from '../chart/summary';
import chart from '../chart/chart.module.css';
import { useFormat } from '../format/useFormat';
import styles from './logs.module.css';

/** How many lines there are over time, as bars. Read like every chart here: by pointer, by arrow keys, or as a sentence. */
export function LogHistogram(props: { page: LogPage }) {
  const { from, histogram, to } = props.page;
  const format = useFormat();
  const [cursorMs, setCursorMs] = useState<number>();
  const stepMs = histogram.step * 1000;
  const title = format.t('logs.histogram', {
    span: format.age(histogram.step),
  });
  const data: ChartData = {
    title,
    unit: 'lines',
    // A bar stands for the whole step that begins there: it is read at its middle.
    lines: [
      {
        id: 'lines',
        label: title,
        points: histogram.points.map(([at, lines]) => [at + stepMs / 2, lines]),
      },
    ],
    range: [Date.parse(from), Date.parse(to)],
  };
  return (
    <figure className={chart.chart}>
      <figcaption className={chart.caption}>
        <span className={chart.title}>{title}</span>
        <span className={chart.summary}>{summarise(data, format)}</span>
      </figcaption>
      <ChartFrame data={data} cursorMs={cursorMs} onCursor={setCursorMs}>
        {size => (
          <>
            <ChartAxes data={data} size={size} locale={format.locale} />
            {histogram.points.map(([at, lines]) => (
              <Bar key={at} at={at} lines={lines} stepMs={stepMs} size={size} />
            ))}
            {cursorMs !== undefined && (
              <line
                className={chart.cursor}
                x1={size.x(cursorMs)}
                x2={size.x(cursorMs)}
                y1={size.top}
                y2={size.bottom}
              />
            )}
          </>
        )}
      </ChartFrame>
      {cursorMs !== undefined && (
        <ChartLegend data={data} cursorMs={cursorMs} />
      )}
    </figure>
  );
}

function Bar(props: {
  at: number;
  lines: number;
  stepMs: number;
  size: Geometry;
}) {
  const { at, lines, size, stepMs } = props;
  const left = Math.max(size.left, size.x(at));
  const right = Math.min(size.right, size.x(at + stepMs));
  const top = size.y(lines);
  // The last step may begin where the range ends.
  if (lines === 0 || right <= left) return null;
  return (
    <rect
      className={styles.bar}
      x={left}
      width={Math.max(1, right - left - 1)}
      y={top}
      height={Math.max(1, size.bottom - top)}
    />
  );
}
