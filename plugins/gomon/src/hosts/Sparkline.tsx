import { HostTrend } from '@gomon/plugin-gomon-common';
import styles from './HostList.module.css';
import { sparklinePath } from './sparklinePath';

const WIDTH = 72;
const HEIGHT = 20;

/** The last hour at a glance. Decorative: the number beside it is what is read. */
export function Sparkline(props: { trend: HostTrend | undefined }) {
  const path = sparklinePath(props.trend, WIDTH, HEIGHT);
  if (!path) return null;
  return (
    <svg
      className={styles.sparkline}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
