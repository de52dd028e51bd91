import { ReactNode } from 'react';
import { useFormat } from '../format/useFormat';
import styles from './Details.module.css';

/** The technical words, folded away. */
export function Details(props: { children: ReactNode }) {
  const { t } = useFormat();
  return (
    <details className={styles.details}>
      <summary>{t('problem.details')}</summary>
      <p>{props.children}</p>
    </details>
  );
}
