import { useNow } from '../live/useNow';
import { formatClock, formatMoment } from './moment';
import { useFormat } from './useFormat';

/** Since when something is so: the time of day, with the day where that was not today. */
export function Since(props: { at: string }) {
  const { t, locale } = useFormat();
  const now = useNow();
  return (
    <time dateTime={props.at} title={formatMoment(props.at, locale)}>
      {t('time.since', { time: formatClock(props.at, now, locale) })}
    </time>
  );
}
