import { Check } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import { CheckRow } from './CheckRow';
import styles from './ChecksTable.module.css';
import { worstFirst } from './worstFirst';

/** Check, now, limit, age; worst first. Scrolls sideways where it must, and says so. */
export function ChecksTable(props: { checks: Check[] }) {
  const { t } = useFormat();
  return (
    // Whoever has no mouse needs to get into the box to scroll it.
    <div
      className={styles.frame}
      role="region"
      aria-label={t('health.scrolls')}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('health.check')}</th>
            <th scope="col" className={styles.number}>
              {t('health.now')}
            </th>
            <th scope="col" className={styles.number}>
              {t('health.limit')}
            </th>
            <th scope="col" className={styles.number}>
              {t('health.age')}
            </th>
          </tr>
        </thead>
        <tbody>
          {worstFirst(props.checks).map(check => (
            <CheckRow key={check.id} check={check} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
