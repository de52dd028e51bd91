import { Text } from '@backstage/ui';
import { EntityHealth } from '@gomon/plugin-gomon-common';
import { Fragment } from 'react';
import { useFormat } from '../format/useFormat';
import { ActionLine } from '../overview/ActionLine';
import { Announcement } from '../states/Announcement';
import { StatusLine } from '../status/StatusLine';
import { StatusShape } from '../status/StatusShape';
import { CauseLink } from './CauseLink';
import { worstFirst } from './worstFirst';
import styles from '../overview/verdict.module.css';

/** How the component is: its worst check in words, or that all of them hold. */
export function HealthSentence(props: { health: EntityHealth }) {
  const { health } = props;
  const { t } = useFormat();
  const [worst] = worstFirst(health.checks);
  const isLoud = health.role === 'cause';
  // A check without advice of its own: the first command of the runbook is what helps most often.
  const action = worst?.action ?? (isLoud ? health.runbook[0] : undefined);
  const isQuiet = health.role === 'affected';
  const sentence =
    !worst || worst.status === 'ok'
      ? t('health.allHold', { count: health.checks.length })
      : worst.sentence;
  return (
    <div
      className={styles.verdict}
      data-status={isLoud ? health.status : undefined}
    >
      <Announcement
        of={`${health.entityRef} ${health.status}`}
        text={`${t(`status.${health.status}`)}. ${sentence}`}
      />
      <StatusShape status={health.status} size={22} quiet={isQuiet} />
      <div className={styles.words}>
        {health.checks.length > 0 && (
          <Text
            as="h2"
            variant={{ initial: 'title-x-small', sm: 'title-small' }}
            weight={isLoud ? 'bold' : 'regular'}
            className={styles.sentence}
          >
            {sentence}
          </Text>
        )}
        {worst?.meaning && <p className={styles.line}>{worst.meaning}</p>}
        {action && <ActionLine action={action} />}
        <p className={styles.line}>
          <StatusLine
            status={health.status}
            since={health.since}
            quiet={isQuiet}
          />
        </p>
        {health.affectedBy.length > 0 && (
          <p className={styles.line}>
            {t('health.affectedBy')}{' '}
            {health.affectedBy.map((ref, index) => (
              <Fragment key={ref}>
                {index > 0 && ', '}
                <CauseLink entityRef={ref} />
              </Fragment>
            ))}
          </p>
        )}
      </div>
    </div>
  );
}
