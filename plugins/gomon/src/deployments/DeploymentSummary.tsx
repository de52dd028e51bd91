import { Link, Text } from '@backstage/ui';
import { Deployment } from '@gomon/plugin-gomon-common';
import { GomonTranslation } from '../format/figure';
import { useFormat } from '../format/useFormat';
import { StatusShape } from '../status/StatusShape';
import { DeploymentHistory } from './DeploymentHistory';
import styles from './deployments.module.css';
import { shortRevision } from './revision';
import { statusOf } from './statusOf';

/** One application: whether what runs is what is wanted, how it is, what was deployed when. */
export function DeploymentSummary(props: { deployment: Deployment }) {
  const { deployment } = props;
  const {
    application: name,
    health,
    outOfSync,
    outOfSyncCount,
    sync,
  } = deployment;
  const { t, list } = useFormat();
  const words = syncWords(deployment, t);
  const differs =
    outOfSyncCount > outOfSync.length
      ? 'deployments.differsMore'
      : 'deployments.differs';
  return (
    <div className={styles.deployment}>
      <p className={styles.headline}>
        <StatusShape status={statusOf(deployment)} />
        <span>
          {t(sync === 'synced' ? 'deployments.fine' : 'deployments.amiss', {
            sync: words,
            health: t(`deployments.health.${health}`),
          })}
        </span>
      </p>
      {deployment.problem && (
        <Text as="p">
          {t('deployments.problem', { words: deployment.problem })}
        </Text>
      )}
      {outOfSyncCount > 0 && (
        <Text as="p" color="secondary">
          {t(differs, { count: outOfSyncCount, names: list(outOfSync) })}
        </Text>
      )}
      <DeploymentHistory name={name} history={deployment.history} />
      {deployment.url && (
        <Link href={deployment.url} target="_blank">
          {t('deployments.open', { name })}
        </Link>
      )}
    </div>
  );
}

function syncWords(deployment: Deployment, t: GomonTranslation): string {
  const { application, deployedRevision, sync, target, wantedRevision } =
    deployment;
  const wanted = wantedRevision
    ? shortRevision(wantedRevision)
    : t('deployments.noRevision');
  const named =
    target && target !== wanted
      ? t('deployments.revision', { revision: wanted, target })
      : wanted;
  switch (sync) {
    case 'synced':
      return t('deployments.synced', { name: application, revision: named });
    case 'out-of-sync':
      return t('deployments.outOfSync', {
        name: application,
        deployed: deployedRevision
          ? shortRevision(deployedRevision)
          : t('deployments.nothingDeployed'),
        wanted: named,
      });
    default:
      return t('deployments.syncUnknown', { name: application });
  }
}
