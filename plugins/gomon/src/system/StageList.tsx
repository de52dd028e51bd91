import { Link } from '@backstage/ui';
import { PipelineStage } from '@gomon/plugin-gomon-common';
import { useHealthPath } from '../entity/useHealthPath';
import { useFormat } from '../format/useFormat';
import { StatusLine } from '../status/StatusLine';
import styles from './StageList.module.css';

/** Components in lines: name, status, what there is to say. */
export function StageList(props: { stages: PipelineStage[] }) {
  const { t } = useFormat();
  const healthPath = useHealthPath();
  return (
    <ul className={styles.list}>
      {props.stages.map(stage => (
        <li key={stage.entityRef} data-role={stage.role}>
          <Link
            href={healthPath(stage.entityRef)}
            aria-label={t('status.named', {
              name: stage.title,
              status: t(`status.${stage.status}`),
            })}
          >
            {stage.title}
          </Link>
          <StatusLine
            status={stage.status}
            since={stage.status === 'ok' ? undefined : stage.since}
            quiet={stage.role === 'affected'}
          />
          {stage.note && stage.status !== 'not-configured' && (
            <span className={styles.note}>{stage.note}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
