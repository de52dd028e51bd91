import { KeyboardEvent, PointerEvent, ReactNode, useMemo } from 'react';
import { useFormat } from '../format/useFormat';
import { Geometry, geometryOf, HEIGHT } from './geometry';
import type { ChartData } from './LineChart';
import { valuesAt } from './valuesAt';
import styles from './chart.module.css';
import { useWidth } from './useWidth';

/** Steps from one end to the other with the arrow keys. */
const KEY_STEPS = 60;

/**
 * The box around a chart: knows its width, and moves a cursor through time by pointer and by keyboard. To a screen reader it
 * is a slider over time that says the values of the moment.
 */
export function ChartFrame(props: {
  data: ChartData;
  cursorMs?: number;
  onCursor(atMs: number | undefined): void;
  children(size: Geometry): ReactNode;
}) {
  const { data, cursorMs, onCursor } = props;
  const format = useFormat();
  const [ref, width] = useWidth<HTMLDivElement>();
  const size = useMemo(() => geometryOf(data, width), [data, width]);
  const [from, to] = data.range;
  const within = (at: number) => Math.min(to, Math.max(from, at));

  function point(event: PointerEvent<SVGSVGElement>) {
    const { left } = event.currentTarget.getBoundingClientRect();
    onCursor(within(size.x.invert(event.clientX - left)));
  }

  function walk(event: KeyboardEvent) {
    const at = cursorMs ?? to;
    const stepMs = (to - from) / KEY_STEPS;
    const next: Record<string, number | undefined> = {
      ArrowLeft: at - stepMs,
      ArrowRight: at + stepMs,
      PageUp: at + 10 * stepMs,
      PageDown: at - 10 * stepMs,
      Home: from,
      End: to,
    };
    if (event.key === 'Escape') {
      onCursor(undefined);
    } else if (next[event.key] !== undefined) {
      onCursor(within(next[event.key]!));
      event.preventDefault();
    }
  }

  const at = cursorMs ?? to;
  return (
    <div
      ref={ref}
      className={styles.frame}
      role="slider"
      tabIndex={0}
      aria-label={format.t('chart.label', { title: data.title })}
      aria-valuemin={from}
      aria-valuemax={to}
      aria-valuenow={Math.round(at)}
      aria-valuetext={valuesAt(data, at, format)}
      onKeyDown={walk}
      onBlur={() => onCursor(undefined)}
    >
      <svg
        width={width}
        height={HEIGHT}
        aria-hidden="true"
        onPointerMove={point}
        onPointerLeave={() => onCursor(undefined)}
      >
        {props.children(size)}
      </svg>
    </div>
  );
}
