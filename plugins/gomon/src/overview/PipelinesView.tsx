import { Flex } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { gomonApiRef } from '../api/GomonApi';
import { useLive } from '../live/useLive';
import { LiveAge } from '../states/LiveAge';
import { ProblemNotice } from '../states/ProblemNotice';
import { NoPipelines } from './NoPipelines';
import { Overview } from './Overview';
import { OverviewSkeleton } from './OverviewSkeleton';

/** What stands at `/gomon`: the sentence, the figures, the maps. */
export function PipelinesView() {
  const api = useApi(gomonApiRef);
  const live = useLive('pipelines', signal => api.getPipelines({ signal }));
  const { value: pipelines, problem, reload } = live;
  return (
    <Flex direction="column" gap="4" pb="8">
      <LiveAge
        observedAt={pipelines?.flatMap(({ observedAt }) => observedAt ?? [])}
      />
      {problem && (
        <ProblemNotice problem={problem} missing="plugin" reload={reload} />
      )}
      {pipelines === undefined && !problem && <OverviewSkeleton />}
      {pipelines?.length === 0 && <NoPipelines />}
      {pipelines && pipelines.length > 0 && <Overview pipelines={pipelines} />}
    </Flex>
  );
}
