import { Link } from '@backstage/ui';
import { PipelineStage } from '@gomon/plugin-gomon-common';
import { RiNotificationOffLine } from '@remixicon/react';
import { useHealthPath } from '../entity/useHealthPath';
import { Age } from '../format/Age';
import { useFormat } from '../format/useFormat';
import { useIsStale } from '../live/useNow';
import { StatusLine } from '../status/StatusLine';
import styles from './StageCard.module.css';
import { StageFigure } from './StageFigure';

/** A stage: its name, its status by shape and word, its most telling figure. Leads to its Health tab. */
export function StageCard(props: { stage: PipelineStage }) {
  const { stage } = props;
  const { t } = useFormat();
  const healthPath = useHealthPath();
  const stale = useIsStale(stage.observedAt);
  // What a cause has to say stands in the banner; a healthy stage has nothing to say.
  const note =
    stage.role === 'cause' || stage.status === 'ok' ? undefined : stage.note;
  return (
    <div
      className={styles.stage}
      data-status={stage.status}
      data-role={stage.role}
      data-stale={stale || undefined}
    >
      <Link
        href={healthPath(stage.entityRef)}
        className={styles.name}
        standalone
        aria-label={t('status.named', {
          name: stage.title,
          status: t(`status.${stage.status}`),
        })}
      >
        {stage.title}
      </Link>
      <StatusLine
        status={stage.status}
        since={stage.role === 'cause' ? stage.since : undefined}
        quiet={stage.role === 'affected'}
      />
      {stage.figure && <StageFigure figure={stage.figure} />}
      {note && stage.status !== 'not-configured' && (
        <span className={styles.note}>{note}</span>
      )}
      {stage.silenced && (
        <span className={styles.quiet}>
          <RiNotificationOffLine size={14} aria-hidden />
          {t('quiet.stage')}
        </span>
      )}
      {stale && (
        <span className={styles.note}>
          <Age at={stage.observedAt!}>{span => t('time.stale', { span })}</Age>
        </span>
      )}
    </div>
  );
}
