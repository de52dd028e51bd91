import { useApi } from '@backstage/core-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import { useParams, useSearchParams } from 'react-router-dom';
import { gomonApiRef } from '../api/GomonApi';
import { ChartGrid } from '../chart/ChartGrid';
import { useFormat } from '../format/useFormat';
import { useLive } from '../live/useLive';
import { RangeSelect } from '../range/RangeSelect';
import { rangeUntil } from '../range/range';
import { useRangeName } from '../range/useRangeName';
import styles from '../states/legible.module.css';
import { Placeholder } from '../states/Placeholder';
import { ProblemNotice } from '../states/ProblemNotice';
import { HostLinks } from './HostLinks';
import { HostSummary } from './HostSummary';

/** One host: how it is, and charts of all its series. */
export function HostView() {
  const { t } = useFormat();
  const api = useApi(gomonApiRef);
  const { instance = '' } = useParams();
  const [parameters] = useSearchParams();
  const environment = parameters.get('environment') ?? undefined;
  const { rangeName, setRangeName } = useRangeName('1h');
  const series = useLive(
    `series ${instance} ${environment} ${rangeName}`,
    signal =>
      api.getHostSeries(
        instance,
        { ...rangeUntil(rangeName, Date.now()), environment },
        { signal },
      ),
  );
  return (
    <Flex className={styles.legible} direction="column" gap="4" pb="8">
      <Link href="..">{t('hosts.back')}</Link>
      <Text as="h2" variant="title-small">
        {instance}
      </Text>
      <HostSummary instance={instance} environment={environment} />
      <RangeSelect value={rangeName} onChange={setRangeName} />
      {series.problem && (
        <ProblemNotice
          problem={series.problem}
          missing="host"
          reload={series.reload}
        />
      )}
      {!series.value && !series.problem && <Placeholder height="24rem" />}
      {series.value && <ChartGrid set={series.value} />}
      <HostLinks
        instance={instance}
        environment={environment ?? 'default'}
        range={rangeName}
      />
    </Flex>
  );
}
