import { Link } from '@backstage/ui';
import { HealthEvent } from '@gomon/plugin-gomon-common';
import { memo } from 'react';
import { useHealthPath } from '../entity/useHealthPath';
import { Age } from '../format/Age';
import { useFormat } from '../format/useFormat';
import { StatusShape } from '../status/StatusShape';
import styles from './timeline.module.css';

/** One change in words. */
function Item(props: { event: HealthEvent }) {
  const { event } = props;
  const { t } = useFormat();
  const healthPath = useHealthPath();
  return (
    <li>
      {event.to && (
        <StatusShape status={event.to} quiet={event.role === 'affected'} />
      )}
      <span className={styles.words}>
        {event.entityRef ? (
          <Link href={healthPath(event.entityRef)}>{event.title}</Link>
        ) : (
          <span>{event.title}</span>
        )}
        {event.from && event.to && (
          <span className={styles.change}>
            {t('timeline.change', {
              from: t(`status.${event.from}`),
              to: t(`status.${event.to}`),
            })}
          </span>
        )}
        <span className={styles.sentence}>{event.sentence}</span>
      </span>
      <span className={styles.when}>
        <Age at={event.at} />
      </span>
    </li>
  );
}

/** What was recorded does not change: whoever asks again has only what is new drawn. */
export const EventItem = memo(
  Item,
  (before, after) =>
    before.event === after.event ||
    (before.event.id !== undefined && before.event.id === after.event.id),
);
