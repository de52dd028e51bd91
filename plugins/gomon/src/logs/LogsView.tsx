import { Flex } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import { useFormat } from '../format/useFormat';
import { useRangeName } from '../range/useRangeName';
import { Notice } from '../states/Notice';
import { Placeholder } from '../states/Placeholder';
import { ProblemNotice } from '../states/ProblemNotice';
import { LogFilterName, parseLogFilter } from './logFilter';
import { LogFilterBar } from './LogFilterBar';
import { LogHistogram } from './LogHistogram';
import { LogList } from './LogList';
import { useLogs } from './useLogs';
import { useSettled } from './useSettled';

/** The log of one component: searched, counted over time, newest first. */
export function LogsView(props: { entityRef: string }) {
  const { t } = useFormat();
  const [parameters, setParameters] = useSearchParams();
  const { rangeName, setRangeName } = useRangeName('1h');
  const settled = useSettled(parameters.get('text') ?? '');
  const filter = parseLogFilter(
    new URLSearchParams({
      text: settled,
      level: parameters.get('level') ?? '',
      metric: parameters.get('metric') ?? '',
    }),
  );
  const { first, items, problem, ...more } = useLogs(
    props.entityRef,
    filter,
    rangeName,
  );

  function change(name: LogFilterName, value: string) {
    setParameters(
      previous => {
        const next = new URLSearchParams(previous);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  }

  const isEmpty = first?.totalItems === 0;
  return (
    <Flex direction="column" gap="4">
      <LogFilterBar
        parameters={parameters}
        onChange={change}
        rangeName={rangeName}
        onRange={setRangeName}
      />
      {problem && (
        <ProblemNotice
          problem={problem}
          missing="logs"
          reload={more.showNewest}
        />
      )}
      {!first && !problem && <Placeholder height="30rem" />}
      {isEmpty && (
        <Notice title={t('logs.none')} hint={t('logs.noneHint')} announce />
      )}
      {first && !isEmpty && (
        <>
          <LogHistogram page={first} />
          <LogList page={first} items={items} {...more} />
        </>
      )}
    </Flex>
  );
}
