import { Link } from '@backstage/ui';
import { HealthEvent } from '@gomon/plugin-gomon-common';
import { useHealthPath } from '../entity/useHealthPath';
import { useFormat } from '../format/useFormat';
import { DeploymentMarks } from './DeploymentMarks';
import { Lane } from './lanes';
import { LaneBar } from './LaneBar';
import styles from './timeline.module.css';
import { TimeAxis } from './TimeAxis';

/** A line a component: its name, its course, its uptime. */
export function LaneList(props: {
  lanes: readonly Lane[];
  /** Stand above the lanes, so that what went bad after which can be read off. */
  deployments: readonly HealthEvent[];
  range: readonly [fromMs: number, toMs: number];
}) {
  const { t, figure } = useFormat();
  const healthPath = useHealthPath();
  return (
    <div className={styles.panel}>
      <div className={styles.lane}>
        <span />
        <TimeAxis range={props.range} />
        <span className={styles.uptime}>{t('timeline.uptime')}</span>
      </div>
      <ul className={styles.lanes} aria-label={t('timeline.title')}>
        {props.deployments.length > 0 && (
          <li className={styles.lane}>
            <span>{t('timeline.deployments')}</span>
            <DeploymentMarks events={props.deployments} range={props.range} />
            <span />
          </li>
        )}
        {props.lanes.map(lane => (
          <li key={lane.entityRef} className={styles.lane}>
            <Link href={healthPath(lane.entityRef)}>{lane.title}</Link>
            <LaneBar
              label={lane.title}
              segments={lane.segments}
              range={props.range}
            />
            <span className={styles.uptime}>
              {lane.uptime === undefined
                ? '–'
                : figure({ value: lane.uptime * 100, unit: 'percent' })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
