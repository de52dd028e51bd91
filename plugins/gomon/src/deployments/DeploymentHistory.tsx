import { Text } from '@backstage/ui';
import { DeployedRevision } from '@gomon/plugin-gomon-common';
import { Age } from '../format/Age';
import { useFormat } from '../format/useFormat';
import { StatusShape } from '../status/StatusShape';
import styles from './deployments.module.css';
import { shortRevision } from './revision';

const SHOWN = 5;

/** The last deployments, newest first, and what of the component broke soon after each. */
export function DeploymentHistory(props: {
  name: string;
  history: readonly DeployedRevision[];
}) {
  const { t, age } = useFormat();
  const { history, name } = props;
  if (history.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('deployments.noHistory')}
      </Text>
    );
  }
  return (
    <ol
      className={styles.history}
      aria-label={t('deployments.history', { name })}
    >
      {history
        .slice(0, SHOWN)
        .map(({ revision, deployedAt, initiatedBy, wentBad }) => (
          <li key={`${revision} ${deployedAt}`}>
            <code title={revision}>{shortRevision(revision)}</code>
            <span className={styles.when}>
              <Age at={deployedAt} />
              {initiatedBy && ` ${t('deployments.by', { user: initiatedBy })}`}
            </span>
            {wentBad && (
              <span className={styles.wentBad}>
                <StatusShape status={wentBad.to} />
                {t('deployments.wentBad', {
                  status: t(`status.${wentBad.to}`),
                  span: age(
                    (Date.parse(wentBad.at) - Date.parse(deployedAt)) / 1000,
                  ),
                })}
              </span>
            )}
          </li>
        ))}
    </ol>
  );
}
