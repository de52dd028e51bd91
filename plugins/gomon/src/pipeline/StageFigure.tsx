import { Figure } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import styles from './StageCard.module.css';

/** The telling figure of a stage, in the order one says it: `3 brokers`, but `newest sample 6 s`. */
export function StageFigure(props: { figure: Figure }) {
  const { figure } = props;
  const { figure: format } = useFormat();
  const label = <span className={styles.label}>{figure.label}</span>;
  const value = format(figure);
  return (
    <span className={styles.figure}>
      {figure.unit === 'count' ? (
        <>
          {value} {label}
        </>
      ) : (
        <>
          {label} {value}
        </>
      )}
    </span>
  );
}
