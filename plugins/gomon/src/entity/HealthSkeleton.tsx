import { Flex } from '@backstage/ui';
import { useFormat } from '../format/useFormat';
import { Placeholder } from '../states/Placeholder';

/** Boxes where the sentence, the checks and the runbook will be. */
export function HealthSkeleton() {
  const { t } = useFormat();
  return (
    <Flex
      direction="column"
      gap="4"
      role="status"
      aria-label={t('status.loading')}
    >
      <Placeholder height="5.25rem" />
      <Placeholder height="3.6rem" />
      <Placeholder height="16rem" />
    </Flex>
  );
}
