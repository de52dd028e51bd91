import { Pipeline } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import { usePipelines } from '../live/usePipelines';
import { blindStage } from '../pipeline/blindStage';
import { Notice } from '../states/Notice';

/** Says that hosts cannot be looked at, and why: until they count as unknown, the list shows them as they were. */
export function UnseenHosts() {
  const { t } = useFormat();
  const { value } = usePipelines();
  const reasons = new Set(value?.flatMap(pipeline => reasonOf(pipeline) ?? []));
  if (reasons.size === 0) return null;
  return (
    <Notice
      title={t('hosts.unseen')}
      hint={[...reasons, t('hosts.unseenHint')].join(' ')}
      tone="warning"
      announce
    />
  );
}

/** What keeps the hosts of a pipeline from being seen: the cause where it lies elsewhere, else what their own stage says. */
function reasonOf(pipeline: Pipeline): string | undefined {
  const blind = blindStage(pipeline, 'agent');
  if (blind?.role === 'affected' && pipeline.cause) {
    return pipeline.cause.sentence;
  }
  return blind?.note;
}
