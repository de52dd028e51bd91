import { Skeleton } from '@backstage/ui';
import styles from './Placeholder.module.css';

/** A box where something will be, as large as it will be. */
export function Placeholder(props: { height: string }) {
  return (
    <Skeleton
      className={styles.placeholder}
      width="100%"
      height={props.height}
    />
  );
}
