import { ProjectQuality } from '@gomon/plugin-gomon-common';
import { Command } from '../copy/Command';
import { useFormat } from '../format/useFormat';
import { Notice } from '../states/Notice';

const words = {
  'not-analysed': ['quality.notAnalysed', 'quality.notAnalysedHint'],
  'not-configured': ['quality.notSetUp', 'quality.notSetUpHint'],
  unauthorised: ['quality.unauthorised', 'quality.unauthorisedHint'],
  unreachable: ['quality.unreachable', 'quality.unreachableHint'],
  'not-found': ['quality.notFound', 'quality.notFoundHint'],
} as const;

const QUIET = ['not-analysed', 'not-configured'];

/** Why there is no verdict on a project, and what to do about it; nothing where there is one. */
export function UnreadNotice(props: { project: ProjectQuality }) {
  const { t } = useFormat();
  const { asked: project, configuration, reason = '', status } = props.project;
  if (status === 'read') return null;
  const [title, hint] = words[status];
  return (
    <Notice
      title={t(title, { project })}
      hint={t(hint, { project, reason })}
      tone={QUIET.includes(status) ? 'neutral' : 'warning'}
    >
      {configuration && <Command text={configuration} />}
    </Notice>
  );
}
