import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { gomonApiRef } from '../api/GomonApi';
import { useFormat } from '../format/useFormat';
import { useLive } from '../live/useLive';
import styles from '../states/legible.module.css';
import { LiveAge } from '../states/LiveAge';
import { Placeholder } from '../states/Placeholder';
import { ProblemNotice } from '../states/ProblemNotice';
import { DeploymentSummary } from './DeploymentSummary';
import { UnreadNotice } from './UnreadNotice';

/** The overview card of what Argo CD deploys: sync, health, revisions, what followed each sync. */
export function DeploymentsCard() {
  const { entity } = useEntity();
  const { t } = useFormat();
  const api = useApi(gomonApiRef);
  const entityRef = stringifyEntityRef(entity);
  const { value, problem, reload } = useLive(
    `deployments ${entityRef}`,
    signal => api.getEntityDeployments(entityRef, { signal }),
  );
  return (
    <Card className={styles.legible}>
      <CardHeader>
        <Text as="h3" variant="title-x-small">
          {t('deployments.card')}
        </Text>
      </CardHeader>
      <CardBody>
        {problem && (
          <ProblemNotice
            problem={problem}
            missing="component"
            reload={reload}
          />
        )}
        {!value && !problem && <Placeholder height="7.5rem" />}
        {value && <UnreadNotice answer={value} />}
        {value?.deployments.map(deployment => (
          <DeploymentSummary
            key={deployment.application}
            deployment={deployment}
          />
        ))}
        {value?.observedAt && <LiveAge observedAt={[value.observedAt]} />}
      </CardBody>
    </Card>
  );
}
