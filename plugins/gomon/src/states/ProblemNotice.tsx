import { Button, Flex } from '@backstage/ui';
import { Problem, ProblemKind } from '../api/problem';
import { Command } from '../copy/Command';
import { useFormat } from '../format/useFormat';
import { Details } from './Details';
import { Notice } from './Notice';

/** What `not-found` means for what was asked. */
type Missing = 'plugin' | 'component' | 'host';

const lines: Partial<Record<Missing, string>> = {
  plugin: "backend.add(import('@gomon/plugin-gomon-backend'));",
};

const notFoundWords = {
  plugin: ['problem.notInstalled', 'problem.notInstalledHint'],
  component: ['problem.neverSeen', 'problem.neverSeenHint'],
  host: ['problem.noHost', 'problem.noHostHint'],
} as const;

function wordsFor(kind: ProblemKind, missing: Missing) {
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
