import { Link, Text } from '@backstage/ui';
import { DoctorFinding } from '@gomon/plugin-gomon-common';
import { Command } from '../copy/Command';
import panel from '../entity/panel.module.css';
import { useHealthPath } from '../entity/useHealthPath';
import { useFormat } from '../format/useFormat';

/** Each finding: what is missing, what that keeps gomon from, and the lines to add. */
export function FindingList(props: { findings: readonly DoctorFinding[] }) {
  const { t } = useFormat();
  const healthPath = useHealthPath();
  return (
    <ul className={panel.list} aria-label={t('page.setup')}>
      {props.findings.map(finding => {
        const { action, entityRef, kind, sentence, title } = finding;
        return (
          <li key={`${kind} ${entityRef} ${sentence}`} className={panel.panel}>
            <Text as="h2" variant="title-x-small" className={panel.title}>
              {entityRef ? (
                <Link href={healthPath(entityRef)}>{title}</Link>
              ) : (
                title
              )}
            </Text>
            <Text as="p" className={panel.hint}>
              {sentence}
            </Text>
            <Text as="p" className={panel.hint}>
              <strong>{t('verdict.action')}</strong> {action.text}
            </Text>
            {action.command && <Command text={action.command} />}
            {action.configuration && <Command text={action.configuration} />}
            {action.url && (
              <Link href={action.url} target="_blank" rel="noopener">
                {t('verdict.open')}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
