import { formatTick, timeTicks } from '../chart/timeTicks';
import { useFormat } from '../format/useFormat';
import styles from './timeline.module.css';

const TICKS = 5;
/** Of the width, at each end. */
const MARGIN = 0.04;

/** Times above the lanes; each lane says its own in words. */
export function TimeAxis(props: {
  range: readonly [fromMs: number, toMs: number];
}) {
  const { locale } = useFormat();
  const [fromMs, toMs] = props.range;
  const share = (at: number) => (at - fromMs) / (toMs - fromMs);
  // A label stands around its tick: at the ends it would be cut.
  const isInside = (at: number) => share(at) > MARGIN && share(at) < 1 - MARGIN;
  const { ticks, step } = timeTicks(fromMs, toMs, TICKS);
  return (
    <div className={styles.axis} aria-hidden="true">
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
