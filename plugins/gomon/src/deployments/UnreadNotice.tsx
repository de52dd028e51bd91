import { EntityDeployments } from '@gomon/plugin-gomon-common';
import { Command } from '../copy/Command';
import { useFormat } from '../format/useFormat';
import { Notice } from '../states/Notice';

const words = {
  pending: ['deployments.pending', 'deployments.pendingHint'],
  'not-configured': ['deployments.notSetUp', 'deployments.notSetUpHint'],
  unauthorised: ['deployments.unauthorised', 'deployments.unauthorisedHint'],
  unreachable: ['deployments.unreachable', 'deployments.unreachableHint'],
  'not-found': ['deployments.notFound', 'deployments.notFoundHint'],
} as const;

const QUIET = ['pending', 'not-configured'];

/** Why nothing is known of a component's deployments, and what to do about it; nothing where something is. */
export function UnreadNotice(props: { answer: EntityDeployments }) {
  const { t } = useFormat();
  const { asked = '', configuration, reason = '', status } = props.answer;
  if (status === 'read') return null;
  const [title, hint] = words[status];
  return (
    <Notice
      title={t(title, { asked })}
      hint={t(hint, { asked, reason })}
      tone={QUIET.includes(status) ? 'neutral' : 'warning'}
    >
      {configuration && <Command text={configuration} />}
    </Notice>
  );
}
