import { Flex } from '@backstage/ui';
import { environmentsOf, inEnvironment } from '../environment/environments';
import { EnvironmentSelect } from '../environment/EnvironmentSelect';
import { useEnvironment } from '../environment/useEnvironment';
import { usePipelines } from '../live/usePipelines';
import styles from '../states/legible.module.css';
import { LiveAge } from '../states/LiveAge';
import { ProblemNotice } from '../states/ProblemNotice';
import { QuietNow } from '../quiet/QuietNow';
import { NoPipelines } from './NoPipelines';
import { Overview } from './Overview';
import { OverviewSkeleton } from './OverviewSkeleton';

/** What stands at `/gomon`: the sentence, the figures, the maps. */
export function PipelinesView() {
  const { environment, setEnvironment } = useEnvironment();
  const live = usePipelines();
  const { value, problem, reload } = live;
  const shown = value && inEnvironment(value, environment);
  return (
    <Flex className={styles.legible} direction="column" gap="4" pb="8">
      <EnvironmentSelect
        environments={environmentsOf(value ?? [])}
        value={environment}
        onChange={setEnvironment}
      />
      <LiveAge
        observedAt={shown?.flatMap(({ observedAt }) => observedAt ?? [])}
      />
      {problem && (
        <ProblemNotice problem={problem} missing="plugin" reload={reload} />
      )}
      {shown === undefined && !problem && <OverviewSkeleton />}
      {shown?.length === 0 && <NoPipelines />}
      {shown && shown.length > 0 && <Overview pipelines={shown} />}
      <QuietNow />
    </Flex>
  );
}
