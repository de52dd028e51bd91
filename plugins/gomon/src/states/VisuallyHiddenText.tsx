import { ReactNode } from 'react';
import styles from './VisuallyHiddenText.module.css';

/** Text for screen readers alone, inside a line of text (the one of the design system is a block). */
export function VisuallyHiddenText(props: { children: ReactNode }) {
  return <span className={styles.hidden}>{props.children}</span>;
}
