import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { gomonApiRef } from '../api/GomonApi';
import { ChartGrid } from '../chart/ChartGrid';
import { useFormat } from '../format/useFormat';
import { useLive } from '../live/useLive';
import { rangeUntil } from '../range/range';
import { RangeSelect } from '../range/RangeSelect';
import { useRangeName } from '../range/useRangeName';
import { Placeholder } from '../states/Placeholder';
import { ProblemNotice } from '../states/ProblemNotice';
import { HistoryBar } from './HistoryBar';
import { incidentsOf } from './incidents';

/** How a component did over the chosen time: its course, and charts of its figures with what was wrong shaded. */
export function HealthHistory(props: { entityRef: string }) {
  const { entityRef } = props;
  const { t } = useFormat();
  const api = useApi(gomonApiRef);
  const { rangeName, setRangeName } = useRangeName('24h');
  const { value, problem, reload } = useLive(
    `history ${entityRef} ${rangeName}`,
    async signal => {
      const range = rangeUntil(rangeName, Date.now());
      const [history, series] = await Promise.all([
        api.getEntityHistory(entityRef, range, { signal }),
        api.getEntitySeries(entityRef, range, { signal }),
      ]);
      return { history, series };
    },
  );
  return (
    <Flex direction="column" gap="4">
      <Flex justify="between" align="center" style={{ flexWrap: 'wrap' }}>
        <Text as="h2" variant="title-x-small">
          {t('health.history')}
        </Text>
        <RangeSelect value={rangeName} onChange={setRangeName} />
      </Flex>
      {problem && (
        <ProblemNotice problem={problem} missing="component" reload={reload} />
      )}
      {!value && !problem && <Placeholder height="16rem" />}
      {value && (
        <>
          <HistoryBar history={value.history} />
          <ChartGrid
            set={value.series}
            incidents={incidentsOf(value.history)}
          />
        </>
      )}
    </Flex>
  );
}
