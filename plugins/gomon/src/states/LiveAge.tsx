import { Text } from '@backstage/ui';
import { Age } from '../format/Age';
import { secondsSince } from '../format/moment';
import { useFormat } from '../format/useFormat';
import { isStale } from '../live/freshness';
import { useNow } from '../live/useNow';
import styles from './LiveAge.module.css';
import { Notice } from './Notice';

/** How old what is shown is; loud once it may no longer be true. */
export function LiveAge(props: {
  /** When each part was last looked at. */
  observedAt?: string[];
}) {
  const { t, age } = useFormat();
  const now = useNow();
  const newest = props.observedAt?.slice().sort().at(-1);
  if (!newest) return <div className={styles.age} />;
  const seconds = secondsSince(newest, now);
  if (isStale(seconds)) {
    return (
      <Notice
        tone="warning"
        title={t('stale.title', { span: age(seconds) })}
        hint={t('stale.hint')}
      />
    );
  }
  return (
    <div className={styles.age}>
      <Text variant="body-small" color="secondary">
        <Age at={newest}>{span => t('time.updated', { span })}</Age>
      </Text>
    </div>
  );
}
