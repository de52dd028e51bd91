import { Flex, Text } from '@backstage/ui';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useFormat } from '../format/useFormat';
import styles from '../states/legible.module.css';
import { Placeholder } from '../states/Placeholder';
import { ProblemNotice } from '../states/ProblemNotice';
import { parseHostFilter } from './hostFilter';
import { HostFilterBar } from './HostFilterBar';
import { HostList } from './HostList';
import { NoHosts } from './NoHosts';
import { UnseenHosts } from './UnseenHosts';
import { useHosts } from './useHosts';

/** All hosts, thousands of them, silent ones first. */
export function HostsView() {
  const { t, figure } = useFormat();
  const [parameters, setParameters] = useSearchParams();
  const filter = useMemo(() => parseHostFilter(parameters), [parameters]);
  const { pages, onWindow, value, problem, reload } = useHosts(filter);
  const isFiltered = Boolean(filter.search || filter.status);
  const count = pages.totalItems;

  const change = useCallback(
    (name: string, text: string) =>
      setParameters(
        previous => {
          const next = new URLSearchParams(previous);
          if (text) next.set(name, text);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );

  return (
    <Flex className={styles.legible} direction="column" gap="4" pb="8">
      <UnseenHosts />
      <HostFilterBar filter={filter} onChange={change} />
      {problem && (
        <ProblemNotice problem={problem} missing="plugin" reload={reload} />
      )}
      {!value && !problem && count === 0 && <Placeholder height="24rem" />}
      {value && count === 0 && <NoHosts isFiltered={isFiltered} />}
      {count > 0 && (
        <>
          <Text as="p" color="secondary" role="status">
            {t('hosts.count', { count, value: figure({ value: count }) })}
          </Text>
          <HostList
            key={JSON.stringify(filter)}
            pages={pages}
            onWindow={onWindow}
          />
        </>
      )}
    </Flex>
  );
}
