import { useFormat } from '../format/useFormat';
import { Segment } from './lanes';
import styles from './timeline.module.css';

/** The course of a status as a bar. In words: how long it was in each. */
export function LaneBar(props: {
  label: string;
  segments: readonly Segment[];
  range: readonly [fromMs: number, toMs: number];
}) {
  const { t, age, list, moment } = useFormat();
  const [fromMs, toMs] = props.range;
  const share = (ms: number) => (ms / (toMs - fromMs)) * 100;
  const words = props.segments.map(segment =>
    t('status.lasting', {
      status: t(`status.${segment.status}`),
      span: age((segment.toMs - segment.fromMs) / 1000),
    }),
  );
  return (
    <div
      className={styles.bar}
      role="img"
      aria-label={`${props.label}: ${
        words.length > 0 ? list(words) : t('timeline.unseen')
      }`}
    >
      {props.segments.map((segment, index) => (
        <span
          key={segment.fromMs}
          data-status={segment.status}
          title={`${words[index]}, ${moment(
            new Date(segment.fromMs).toISOString(),
          )}`}
          style={{
            insetInlineStart: `${share(segment.fromMs - fromMs)}%`,
            width: `${share(segment.toMs - segment.fromMs)}%`,
          }}
        />
      ))}
    </div>
  );
}
