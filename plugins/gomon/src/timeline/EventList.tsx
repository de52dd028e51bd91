import { Text } from '@backstage/ui';
import { HealthEvent } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import { EventItem } from './EventItem';
import styles from './timeline.module.css';

/** So many are read; the bars show the others. */
const SHOWN = 100;

/** What changed, newest first, in words. */
export function EventList(props: { events: readonly HealthEvent[] }) {
  const { t } = useFormat();
  return (
    <section className={styles.panel} aria-label={t('timeline.events')}>
      <Text as="h2" variant="title-x-small">
        {t('timeline.events')}
      </Text>
      <ol className={styles.events}>
        {props.events.slice(0, SHOWN).map((event, index) => (
          <EventItem
            key={event.id ?? `${event.at} ${event.title} ${index}`}
            event={event}
          />
        ))}
      </ol>
    </section>
  );
}
