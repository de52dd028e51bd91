import { useAsOfNow } from '../live/useNow';
import { VisuallyHiddenText } from '../states/VisuallyHiddenText';
import { secondsSince } from './moment';
import { useFormat } from './useFormat';

/** How long ago something was: relative to read, absolute on hover and for screen readers. */
export function Age(props: {
  at: string;
  /** Puts words around the span; `4 s ago` without. */
  children?: (span: string) => string;
}) {
  const { t, age, moment } = useFormat();
  const span = useAsOfNow(nowMs => age(secondsSince(props.at, nowMs)));
  const at = moment(props.at);
  return (
    <time dateTime={props.at} title={at}>
      {props.children?.(span) ?? t('time.ago', { span })}
      <VisuallyHiddenText>, {at}</VisuallyHiddenText>
    </time>
  );
}
