import { HealthEvent } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import styles from './timeline.module.css';

/** When something came from outside, such as a deployment, on the axis of the lanes. In words: each of them and its time. */
export function EventMarks(props: {
  label: string;
  events: readonly HealthEvent[];
  range: readonly [fromMs: number, toMs: number];
}) {
  const { list, moment } = useFormat();
  const [fromMs, toMs] = props.range;
  const words = props.events.map(
    ({ at, sentence }) => `${sentence} ${moment(at)}`,
  );
  return (
    <div
      className={styles.bar}
      role="img"
      aria-label={`${props.label}: ${list(words)}`}
    >
      {props.events.map(({ at, sentence }, index) => (
        <span
          key={`${at} ${sentence}`}
          data-kind="mark"
          title={words[index]}
          style={{
            insetInlineStart: `${
              ((Date.parse(at) - fromMs) / (toMs - fromMs)) * 100
            }%`,
          }}
        />
      ))}
    </div>
  );
}
