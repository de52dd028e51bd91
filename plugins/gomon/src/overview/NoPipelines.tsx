import { Command } from '../copy/Command';
import { useFormat } from '../format/useFormat';
import { Notice } from '../states/Notice';

const entity = `metadata:
  annotations:
    gomon.io/stage: aggregator
    gomon.io/sends-to: resource:default/victoria-metrics`;

/** What the page says while the catalog has no entity with a stage. */
export function NoPipelines() {
  const { t } = useFormat();
  return (
    <Notice title={t('page.empty')} hint={t('page.emptyHint')} announce>
      <Command text={entity} />
    </Notice>
  );
}
