import { Text } from '@backstage/ui';
import { Check } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import { Notice } from '../states/Notice';
import { ChecksTable } from './ChecksTable';
import styles from './panel.module.css';

/** The checks of a component, or words for there being none. */
export function ChecksPanel(props: { checks: Check[] }) {
  const { t } = useFormat();
  if (props.checks.length === 0) {
    return (
      <Notice title={t('health.noChecks')} hint={t('health.noChecksHint')} />
    );
  }
  return (
    <section className={styles.panel} aria-label={t('health.checks')}>
      <Text as="h2" variant="title-x-small" className={styles.title}>
        {t('health.checks')}
      </Text>
      <ChecksTable checks={props.checks} />
    </section>
  );
}
