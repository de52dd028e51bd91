import { Figure } from '@gomon/plugin-gomon-common';
import { FigureOrNone } from '../entity/FigureOrNone';
import styles from './HostList.module.css';

/** A share as a number and a bar; the bar is decorative. */
export function Meter(props: { figure: Figure | undefined }) {
  const { figure } = props;
  return (
    <span className={styles.meter}>
      <FigureOrNone value={figure?.value} unit={figure?.unit} />
      {figure && (
        <span className={styles.bar} aria-hidden="true">
          <span style={{ width: `${Math.min(100, figure.value)}%` }} />
        </span>
      )}
    </span>
  );
}
