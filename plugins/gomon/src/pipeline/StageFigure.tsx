import { Figure } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import styles from './StageCard.module.css';

/** The telling figure of a stage, its name first: that fits any number. */
export function StageFigure(props: { figure: Figure }) {
  const { figure } = props;
  const { figure: format } = useFormat();
  return (
    <span className={styles.figure}>
      <span className={styles.label}>{figure.label}</span> {format(figure)}
    </span>
  );
}
