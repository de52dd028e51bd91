import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { gomonApiRef } from '../api/GomonApi';
import { useFormat } from '../format/useFormat';
import { useLive } from '../live/useLive';
import styles from '../states/legible.module.css';
import { LiveAge } from '../states/LiveAge';
import { Notice } from '../states/Notice';
import { Placeholder } from '../states/Placeholder';
import { ProblemNotice } from '../states/ProblemNotice';
import { ProjectVerdict } from './ProjectVerdict';
import { UnreadNotice } from './UnreadNotice';

/** The overview card of code quality: the gate's verdict on each project of the component, and what it takes to pass. */
export function QualityCard() {
  const { entity } = useEntity();
  const { t } = useFormat();
  const api = useApi(gomonApiRef);
  const entityRef = stringifyEntityRef(entity);
  const { value, problem, reload } = useLive(`quality ${entityRef}`, signal =>
    api.getEntityQuality(entityRef, { signal }),
  );
  return (
    <Card className={styles.legible}>
      <CardHeader>
        <Text as="h3" variant="title-x-small">
          {t('quality.card')}
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
        {value?.status === 'pending' && (
          <Notice
            title={t('quality.pending')}
            hint={t('quality.pendingHint')}
            tone="neutral"
          />
        )}
        {value?.projects.map(project =>
          project.status === 'read' ? (
            <ProjectVerdict key={project.asked} project={project} />
          ) : (
            <UnreadNotice key={project.asked} project={project} />
          ),
        )}
        {value?.observedAt && <LiveAge observedAt={[value.observedAt]} />}
      </CardBody>
    </Card>
  );
}
