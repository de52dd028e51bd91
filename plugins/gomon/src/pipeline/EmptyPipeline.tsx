import { Text } from '@backstage/ui';
import { Command } from '../copy/Command';
import { useFormat } from '../format/useFormat';

const annotations = `metadata:
  annotations:
    gomon.io/stage: broker
    gomon.io/sends-to: component:default/gomon-aggregator`;

/** What a pipeline says that the catalog knows no stage of. */
export function EmptyPipeline() {
  const { t } = useFormat();
  return (
    <div>
      <Text as="p" weight="bold">
        {t('pipeline.empty')}
      </Text>
      <Text as="p">{t('pipeline.emptyHint')}</Text>
      <Command text={annotations} />
    </div>
  );
}
