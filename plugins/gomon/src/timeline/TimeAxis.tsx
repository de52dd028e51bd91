import { formatTick, timeTicks } from '../chart/timeTicks';
import { useWidth } from '../chart/useWidth';
import { useFormat } from '../format/useFormat';
import styles from './timeline.module.css';

/** Pixels that a label needs. */
const LABEL_WIDTH = 80;

/** Times above the lanes; each lane says its own in words. */
export function TimeAxis(props: {
  range: readonly [fromMs: number, toMs: number];
}) {
  const { locale } = useFormat();
  const [ref, width] = useWidth<HTMLDivElement>();
  const [fromMs, toMs] = props.range;
  const share = (at: number) => (at - fromMs) / (toMs - fromMs);
  // A label stands around its tick: at the ends it would be cut.
  const margin = LABEL_WIDTH / 2 / width;
  const isInside = (at: number) => share(at) > margin && share(at) < 1 - margin;
  const count = Math.max(2, Math.floor(width / LABEL_WIDTH));
  const { ticks, step } = timeTicks(fromMs, toMs, Math.min(12, count));
  return (
    <div ref={ref} className={styles.axis} aria-hidden="true">
      {ticks.filter(isInside).map(at => (
        <span
          key={at}
          style={{
            insetInlineStart: `${share(at) * 100}%`,
          }}
        >
          {formatTick(at, step, locale)}
        </span>
      ))}
    </div>
  );
}
