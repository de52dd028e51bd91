import { formatTick, timeTicks } from '../chart/timeTicks';
import { useFormat } from '../format/useFormat';
import styles from './timeline.module.css';

const TICKS = 5;

/** Times above the lanes; each lane says its own in words. */
export function TimeAxis(props: {
  range: readonly [fromMs: number, toMs: number];
}) {
  const { locale } = useFormat();
  const [fromMs, toMs] = props.range;
  const { ticks, step } = timeTicks(fromMs, toMs, TICKS);
  return (
    <div className={styles.axis} aria-hidden="true">
      {ticks.map(at => (
        <span
          key={at}
          style={{
            insetInlineStart: `${((at - fromMs) / (toMs - fromMs)) * 100}%`,
          }}
        >
          {formatTick(at, step, locale)}
        </span>
      ))}
    </div>
  );
}
