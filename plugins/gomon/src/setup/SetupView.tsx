import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { gomonApiRef } from '../api/GomonApi';
import { useFormat } from '../format/useFormat';
import { useLive } from '../live/useLive';
import styles from '../states/legible.module.css';
import { Notice } from '../states/Notice';
import { Placeholder } from '../states/Placeholder';
import { ProblemNotice } from '../states/ProblemNotice';
import { FindingList } from './FindingList';

/** What is missing for full health, each with the lines to add. */
export function SetupView() {
  const { t } = useFormat();
  const api = useApi(gomonApiRef);
  const { value, problem, reload } = useLive('setup', signal =>
    api.getFindings({ signal }),
  );
  return (
    <Flex className={styles.legible} direction="column" gap="4" pb="8">
      {problem && (
        <ProblemNotice problem={problem} missing="plugin" reload={reload} />
      )}
      {!value && !problem && <Placeholder height="24rem" />}
      {value?.length === 0 && (
        <Notice title={t('setup.none')} hint={t('setup.noneHint')} announce />
      )}
      {value && value.length > 0 && (
        <>
          <Text as="p" color="secondary" role="status">
            {t('setup.count', { count: value.length })}
          </Text>
          <FindingList findings={value} />
        </>
      )}
    </Flex>
  );
}
