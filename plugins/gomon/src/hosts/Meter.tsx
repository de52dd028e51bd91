import { Figure } from '@gomon/plugin-gomon-common';
import { FigureOrNone } from '../entity/FigureOrNone';
import { Format } from '../format/useFormat';
import styles from './HostList.module.css';

/** A share as a number and a bar; the bar is decorative. */
export function Meter(props: {
  figure: Figure | undefined;
  format: Format['figure'];
}) {
  const { figure, format } = props;
  return (
    <span className={styles.meter}>
      {figure ? format(figure) : <FigureOrNone />}
      {figure && (
        <span className={styles.bar} aria-hidden="true">
          <span style={{ width: `${Math.min(100, figure.value)}%` }} />
        </span>
      )}
    </span>
  );
}
