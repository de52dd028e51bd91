import { HealthEvent } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import styles from './timeline.module.css';

/** When something was deployed, on the axis of the lanes. In words: each deployment and its time. */
export function DeploymentMarks(props: {
  events: readonly HealthEvent[];
  range: readonly [fromMs: number, toMs: number];
}) {
  const { t, list, moment } = useFormat();
  const [fromMs, toMs] = props.range;
  const words = props.events.map(
    ({ at, sentence }) => `${sentence} ${moment(at)}`,
  );
  return (
    <div
      className={styles.bar}
      role="img"
      aria-label={`${t('timeline.deployments')}: ${list(words)}`}
    >
      {props.events.map(({ at, sentence }, index) => (
        <span
          key={`${at} ${sentence}`}
          data-kind="deployment"
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
