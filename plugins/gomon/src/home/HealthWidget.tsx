import { useRouteRef } from '@backstage/core-plugin-api';
import { Flex, Link } from '@backstage/ui';
import { useFormat } from '../format/useFormat';
import { usePipelines } from '../live/usePipelines';
import { VerdictBanner } from '../overview/VerdictBanner';
import { rootRouteRef } from '../routes';
import styles from '../states/legible.module.css';
import { LiveAge } from '../states/LiveAge';
import { Placeholder } from '../states/Placeholder';
import { ProblemNotice } from '../states/ProblemNotice';

/** For the home page: the sentence alone, and the way to the rest. */
export function HealthWidget() {
  const { t } = useFormat();
  const pagePath = useRouteRef(rootRouteRef);
  const { value, problem, reload } = usePipelines();
  return (
    <Flex className={styles.legible} direction="column" gap="2">
      {problem && (
        <ProblemNotice problem={problem} missing="plugin" reload={reload} />
      )}
      {!value && !problem && <Placeholder height="6rem" />}
      {value && (
        <>
          <VerdictBanner pipelines={value} />
          <LiveAge
            observedAt={value.flatMap(({ observedAt }) => observedAt ?? [])}
          />
        </>
      )}
      <Link href={pagePath()}>{t('home.open')}</Link>
    </Flex>
  );
}
