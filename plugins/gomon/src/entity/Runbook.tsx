import { Link, Text } from '@backstage/ui';
import { Action } from '@gomon/plugin-gomon-common';
import { Command } from '../copy/Command';
import { useFormat } from '../format/useFormat';
import styles from './panel.module.css';

/** What an operator does with this component, ready to copy. */
export function Runbook(props: { runbook: Action[] }) {
  const { t } = useFormat();
  return (
    <section className={styles.panel} aria-label={t('health.runbook')}>
      <Text as="h2" variant="title-x-small" className={styles.title}>
        {t('health.runbook')}
      </Text>
      <Text as="p" color="secondary" className={styles.hint}>
        {t('health.runbookHint')}
      </Text>
      <ul className={styles.list}>
        {props.runbook.map(action => (
          <li key={`${action.text} ${action.command}`}>
            {action.url ? (
              <Link href={action.url} target="_blank" rel="noopener">
                {action.text}
              </Link>
            ) : (
              <span>{action.text}</span>
            )}
            {action.command && <Command text={action.command} />}
            {action.configuration && <Command text={action.configuration} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
