import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { gomonApiRef } from '../api/GomonApi';
import { useEnvironment } from '../environment/useEnvironment';
import { useFormat } from '../format/useFormat';
import { useLive } from '../live/useLive';
import { rangeUntil } from '../range/range';
import { RangeSelect } from '../range/RangeSelect';
import { useRangeName } from '../range/useRangeName';
import styles from '../states/legible.module.css';
import { Notice } from '../states/Notice';
import { Placeholder } from '../states/Placeholder';
import { ProblemNotice } from '../states/ProblemNotice';
import { EventList } from './EventList';
import { LaneList } from './LaneList';
import { toLanes } from './lanes';
import { loadTimeline } from './loadTimeline';

/** What changed when: components and events on one axis. */
export function TimelineView() {
  const { t } = useFormat();
  const api = useApi(gomonApiRef);
  const { environment } = useEnvironment();
  const { rangeName, setRangeName } = useRangeName('24h');
  const { value, problem, reload } = useLive(
    `timeline ${rangeName} ${environment}`,
    signal =>
      loadTimeline(api, rangeUntil(rangeName, Date.now()), environment, signal),
  );
  const lanes = value && toLanes(value.entities, value.events, value.range);
  return (
    <Flex className={styles.legible} direction="column" gap="4" pb="8">
      <RangeSelect value={rangeName} onChange={setRangeName} />
      {problem && (
        <ProblemNotice problem={problem} missing="plugin" reload={reload} />
      )}
      {!value && !problem && <Placeholder height="24rem" />}
      {lanes && lanes.length > 0 && (
        <LaneList lanes={lanes} events={value.events} range={value.range} />
      )}
      {value?.isCut && <Text as="p">{t('timeline.cut')}</Text>}
      {value?.events.length === 0 && (
        <Notice title={t('timeline.none')} hint={t('timeline.noneHint')} />
      )}
      {value && value.events.length > 0 && <EventList events={value.events} />}
    </Flex>
  );
}
