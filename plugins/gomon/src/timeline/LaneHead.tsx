import { HealthEvent } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import frameStyles from '../rows/rowFrame.module.css';
import { EventMarks } from './EventMarks';
import styles from './timeline.module.css';
import { TimeAxis } from './TimeAxis';

/** Kinds of events that stand above the lanes, so that what went bad after which can be read off. */
const MARKED = ['deployment', 'quality-gate'] as const;

/** What stays in sight above the lanes: the axis, and what came from outside. */
export function LaneHead(props: {
  events: readonly HealthEvent[];
  range: readonly [fromMs: number, toMs: number];
}) {
  const { t } = useFormat();
  return (
    <div className={`${frameStyles.head} ${styles.head}`}>
      <div className={styles.lane}>
        <span />
        <TimeAxis range={props.range} />
        <span className={styles.uptime}>{t('timeline.uptime')}</span>
      </div>
      {MARKED.map(kind => {
        const events = props.events.filter(event => event.kind === kind);
        if (events.length === 0) return null;
        const label = t(`timeline.marked.${kind}`);
        return (
          <div key={kind} className={styles.lane}>
            <span>{label}</span>
            <EventMarks label={label} events={events} range={props.range} />
            <span />
          </div>
        );
      })}
    </div>
  );
}
