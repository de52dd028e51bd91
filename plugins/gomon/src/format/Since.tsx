import { useAsOfNow } from '../live/useNow';
import { formatClock, formatMoment } from './moment';
import { useFormat } from './useFormat';

/** Since when something is so: the time of day, with the day where that was not today. */
export function Since(props: { at: string }) {
  const { t, locale } = useFormat();
  const time = useAsOfNow(nowMs => formatClock(props.at, nowMs, locale));
  return (
    <time dateTime={props.at} title={formatMoment(props.at, locale)}>
      {t('time.since', { time })}
    </time>
  );
}
