import { Link, Text } from '@backstage/ui';
import { HealthEvent } from '@gomon/plugin-gomon-common';
import { useHealthPath } from '../entity/useHealthPath';
import { Age } from '../format/Age';
import { useFormat } from '../format/useFormat';
import { StatusShape } from '../status/StatusShape';
import styles from './timeline.module.css';

/** So many are read; the bars show the others. */
const SHOWN = 100;

/** What changed, newest first, in words. */
export function EventList(props: { events: readonly HealthEvent[] }) {
  const { t } = useFormat();
  const healthPath = useHealthPath();
  return (
    <section className={styles.panel} aria-label={t('timeline.events')}>
      <Text as="h2" variant="title-x-small">
        {t('timeline.events')}
      </Text>
      <ol className={styles.events}>
        {props.events.slice(0, SHOWN).map((event, index) => (
          <li key={event.id ?? `${event.at} ${event.title} ${index}`}>
            {event.to && (
              <StatusShape
                status={event.to}
                quiet={event.role === 'affected'}
              />
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
        ))}
      </ol>
    </section>
  );
}
