import { Button, Flex } from '@backstage/ui';
import { Problem, ProblemKind } from '../api/problem';
import { Command } from '../copy/Command';
import { useFormat } from '../format/useFormat';
import { Details } from './Details';
import { Notice } from './Notice';

/** What `not-found` means for what was asked. */
type Missing = 'plugin' | 'component' | 'host' | 'logs';

type LogsWord =
  | 'logs.forbidden'
  | 'logs.forbiddenHint'
  | 'logs.source'
  | 'logs.sourceHint';

const lines: Partial<Record<Missing, string>> = {
  plugin: "backend.add(import('@gomon/plugin-gomon-backend'));",
  logs: `# the component's catalog-info.yaml
metadata:
  annotations:
    gomon.io/log-index: aggregator-logs
# the portal's app-config.yaml
gomon:
  elasticsearch:
    - url: http://elasticsearch:9200
      index: aggregator-logs`,
};

const notFoundWords = {
  plugin: ['problem.notInstalled', 'problem.notInstalledHint'],
  component: ['problem.neverSeen', 'problem.neverSeenHint'],
  host: ['problem.noHost', 'problem.noHostHint'],
  logs: ['logs.notSetUp', 'logs.notSetUpHint'],
} as const;

/** Logs have a permission and a system of their own. */
const logsWords: Partial<Record<ProblemKind, readonly [LogsWord, LogsWord]>> = {
  forbidden: ['logs.forbidden', 'logs.forbiddenHint'],
  'source-unreachable': ['logs.source', 'logs.sourceHint'],
};

function wordsFor(kind: ProblemKind, missing: Missing) {
  const special = missing === 'logs' ? logsWords[kind] : undefined;
  if (special) return special;
  switch (kind) {
    case 'not-found':
      return notFoundWords[missing];
    case 'unauthenticated':
      return [
        'problem.unauthenticated',
        'problem.unauthenticatedHint',
      ] as const;
    case 'forbidden':
      return ['problem.forbidden', 'problem.forbiddenHint'] as const;
    case 'source-unreachable':
      return ['problem.source', 'problem.sourceHint'] as const;
    case 'unreachable':
      return ['problem.unreachable', 'problem.unreachableHint'] as const;
    default:
      return ['problem.failed', 'problem.failedHint'] as const;
  }
}

/** Says why there is no answer, and what to do about it. */
export function ProblemNotice(props: {
  problem: Problem;
  missing: Missing;
  reload(): void;
}) {
  const { t } = useFormat();
  const { kind, detail } = props.problem;
  const [title, hint] = wordsFor(kind, props.missing);
  const command = kind === 'not-found' ? lines[props.missing] : undefined;
  return (
    <Notice title={t(title)} hint={t(hint)} tone="warning" announce>
      {command && <Command text={command} />}
      <Flex gap="4" align="center">
        <Button size="small" variant="secondary" onPress={props.reload}>
          {t('problem.again')}
        </Button>
        <Details>{detail}</Details>
      </Flex>
    </Notice>
  );
}
