import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import { gomonApiRef } from '../api/GomonApi';
import { useFormat } from '../format/useFormat';
import { useLive } from '../live/useLive';
import { blindStage } from '../pipeline/blindStage';
import { Notice } from '../states/Notice';

/** Says that hosts cannot be looked at, and why: until they count as unknown, the list shows them as they were. */
export function UnseenHosts() {
  const { t } = useFormat();
  const api = useApi(gomonApiRef);
  const { value } = useLive('pipelines', signal =>
    api.getPipelines({ signal }),
  );
  const reasons = new Set(
    value?.flatMap(pipeline => blindStage(pipeline, 'agent')?.note ?? []),
  );
  if (reasons.size === 0) return null;
  return (
    <Notice
      title={t('hosts.unseen')}
      hint={t('hosts.unseenHint')}
      tone="warning"
      announce
    >
      {[...reasons].map(reason => (
        <Text as="p" key={reason}>
          {reason}
        </Text>
      ))}
    </Notice>
  );
}
