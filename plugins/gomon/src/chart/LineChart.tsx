import { Status, Unit } from '@gomon/plugin-gomon-common';
import { useState } from 'react';
import { useFormat } from '../format/useFormat';
import { ChartFrame } from './ChartFrame';
import { ChartLegend } from './ChartLegend';
import { ChartPlot } from './ChartPlot';
import { summarise } from './summary';
import { Point } from './line';
import styles from './chart.module.css';

/** One line of a chart. */
export interface ChartLine {
  id: string;
  label: string;
  points: readonly Point[];
}

/** A stretch of time in which something was wrong. */
export interface ChartIncident {
  fromMs: number;
  toMs: number;
  status: Status;
}

/** What a chart shows. */
export interface ChartData {
  title: string;
  unit: Unit;
  lines: readonly ChartLine[];
  range: readonly [fromMs: number, toMs: number];
  /** Drawn as a line of its own. */
  limit?: number;
  incidents?: readonly ChartIncident[];
}

/**
 * Lines over time, with what was wrong shaded. Move over it, or walk with the arrow keys, to read the values of a moment; in
 * short it is said in words.
 */
export function LineChart(props: { data: ChartData }) {
  const { data } = props;
  const format = useFormat();
  const [cursorMs, setCursorMs] = useState<number>();
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>{data.title}</span>
        <span className={styles.summary}>{summarise(data, format)}</span>
      </figcaption>
      <ChartFrame data={data} cursorMs={cursorMs} onCursor={setCursorMs}>
        {size => <ChartPlot data={data} size={size} cursorMs={cursorMs} />}
      </ChartFrame>
      <ChartLegend data={data} cursorMs={cursorMs} />
    </figure>
  );
}
