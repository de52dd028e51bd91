import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Flex } from '@backstage/ui';
import { gomonApiRef } from '../api/GomonApi';
import { useLive } from '../live/useLive';
import styles from '../states/legible.module.css';
import { LiveAge } from '../states/LiveAge';
import { ProblemNotice } from '../states/ProblemNotice';
import { HealthDetail } from './HealthDetail';
import { HealthSkeleton } from './HealthSkeleton';

/** The Health tab of a component: what is known of it, worst first, and what to do. */
export function HealthTab() {
  const { entity } = useEntity();
  const api = useApi(gomonApiRef);
  const entityRef = stringifyEntityRef(entity);
  const { value, problem, reload } = useLive(`health ${entityRef}`, signal =>
    api.getEntityHealth(entityRef, { signal }),
  );
  return (
    <Flex className={styles.legible} direction="column" gap="4">
      <LiveAge
        observedAt={value?.observedAt ? [value.observedAt] : undefined}
      />
      {problem && (
        <ProblemNotice problem={problem} missing="component" reload={reload} />
      )}
      {!value && !problem && <HealthSkeleton />}
      {value && <HealthDetail health={value} />}
    </Flex>
  );
}
