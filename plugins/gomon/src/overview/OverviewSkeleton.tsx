import { useFormat } from '../format/useFormat';
import { Placeholder } from '../states/Placeholder';
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
      <Placeholder height="5.75rem" />
      <div className={styles.figures}>
        {FIGURES.map(key => (
          <Placeholder key={key} height="3.6rem" />
        ))}
      </div>
      {PIPELINES.map(key => (
        <Placeholder key={key} height="9rem" />
      ))}
    </div>
  );
}
