import { Skeleton } from '@backstage/ui';
import { useFormat } from '../format/useFormat';
import styles from './OverviewSkeleton.module.css';

const FIGURES = ['a', 'b', 'c', 'd', 'e'];
const PIPELINES = ['a', 'b', 'c'];

/** Boxes where the sentence, the figures and the maps will be, in their sizes, so that nothing jumps. */
export function OverviewSkeleton() {
  const { t } = useFormat();
  return (
    <div
      className={styles.skeleton}
      role="status"
      aria-label={t('status.loading')}
    >
      <Skeleton className={styles.verdict} />
      <div className={styles.figures}>
        {FIGURES.map(key => (
          <Skeleton key={key} height={58} />
        ))}
      </div>
      {PIPELINES.map(key => (
        <Skeleton key={key} className={styles.map} />
      ))}
    </div>
  );
}
