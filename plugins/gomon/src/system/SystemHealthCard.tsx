import { useEntity } from '@backstage/plugin-catalog-react';
import { rollUp } from '@gomon/plugin-gomon-common';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { useFormat } from '../format/useFormat';
import { usePipelines } from '../live/usePipelines';
import styles from '../states/legible.module.css';
import { LiveAge } from '../states/LiveAge';
import { Placeholder } from '../states/Placeholder';
import { ProblemNotice } from '../states/ProblemNotice';
import { StatusLine } from '../status/StatusLine';
import { StageList } from './StageList';
import { systemStages } from './systemStages';

/** A system rolled up from its components: its status, and theirs, worst first. Nothing on systems that gomon does not know. */
export function SystemHealthCard() {
  const { entity } = useEntity();
  const { t } = useFormat();
  const { value, problem, reload } = usePipelines();
  const stages = value && systemStages(entity, value);
  if (stages?.length === 0) return null;
  return (
    <Card className={styles.legible}>
      <CardHeader>
        <Text as="h3" variant="title-x-small">
          {t('health.card')}
        </Text>
      </CardHeader>
      <CardBody>
        {problem && (
          <ProblemNotice problem={problem} missing="plugin" reload={reload} />
        )}
        {!stages && !problem && <Placeholder height="10rem" />}
        {stages && (
          <>
            <StatusLine status={rollUp(stages.map(({ status }) => status))} />
            <StageList stages={stages} />
            <LiveAge
              observedAt={stages.flatMap(({ observedAt }) => observedAt ?? [])}
            />
          </>
        )}
      </CardBody>
    </Card>
  );
}
