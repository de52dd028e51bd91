import { Flex, Skeleton } from '@backstage/ui';
import { useFormat } from '../format/useFormat';

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
      <Skeleton width="100%" height={84} />
      <Skeleton width="100%" height={58} />
      <Skeleton width="100%" height={260} />
    </Flex>
  );
}
