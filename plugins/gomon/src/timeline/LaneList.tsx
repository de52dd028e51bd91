import { Link } from '@backstage/ui';
import { HealthEvent } from '@gomon/plugin-gomon-common';
import { useHealthPath } from '../entity/useHealthPath';
import { useFormat } from '../format/useFormat';
import { EventMarks } from './EventMarks';
import { Lane } from './lanes';
import { LaneBar } from './LaneBar';
import styles from './timeline.module.css';
import { TimeAxis } from './TimeAxis';

/** Kinds of events that stand above the lanes, so that what went bad after which can be read off. */
const MARKED = ['deployment', 'quality-gate'] as const;

/** A line a component: its name, its course, its uptime. */
export function LaneList(props: {
  lanes: readonly Lane[];
  events: readonly HealthEvent[];
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
        {MARKED.map(kind => {
          const events = props.events.filter(event => event.kind === kind);
          if (events.length === 0) return null;
          const label = t(`timeline.marked.${kind}`);
          return (
            <li key={kind} className={styles.lane}>
              <span>{label}</span>
              <EventMarks label={label} events={events} range={props.range} />
              <span />
            </li>
          );
        })}
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
