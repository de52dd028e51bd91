import { Link, Text } from '@backstage/ui';
import { EntityHealth } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import { StatusLine } from '../status/StatusLine';
import { StatusShape } from '../status/StatusShape';
import styles from './HealthSummary.module.css';
import { isExplained } from './isExplained';
import { useHealthPath } from './useHealthPath';
import { worstFirst } from './worstFirst';

const SHOWN_CHECKS = 2;

/** A component in a few lines. */
export function HealthSummary(props: { health: EntityHealth }) {
  const { health } = props;
  const { t } = useFormat();
  const healthPath = useHealthPath();
  const failing = worstFirst(health.checks)
    .filter(check => check.status !== 'ok')
    .slice(0, SHOWN_CHECKS);
  return (
    <div className={styles.summary}>
      <StatusLine
        status={health.status}
        since={health.since}
        quiet={health.role === 'affected'}
      />
      {failing.length === 0 && health.checks.length > 0 && (
        <Text as="p">
          {t('health.allHold', { count: health.checks.length })}
        </Text>
      )}
      {health.checks.length === 0 && <Text as="p">{t('health.noChecks')}</Text>}
      {failing.length > 0 && (
        <ul className={styles.checks}>
          {failing.map(check => (
            <li key={check.id}>
              <StatusShape status={check.status} quiet={isExplained(check)} />
              <span>{check.sentence}</span>
            </li>
          ))}
        </ul>
      )}
      <Link href={healthPath(health.entityRef)}>{t('health.openTab')}</Link>
    </div>
  );
}
