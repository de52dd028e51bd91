import { Status } from '@gomon/plugin-gomon-common';
import { secondsSince } from '../format/moment';
import { useFormat } from '../format/useFormat';
import { useAsOfNow } from '../live/useNow';
import { StatusShape } from './StatusShape';
import styles from './status.module.css';

/**
 * Shape and word of a status; with `since`, how long it has lasted. Not of what is not set up: nobody needs to know for how
 * long they have not done it.
 */
export function StatusLine(props: {
  status: Status;
  since?: string;
  quiet?: boolean;
}) {
  const { t } = useFormat();
  const word = t(`status.${props.status}`);
  return (
    <span className={styles.line}>
      <StatusShape status={props.status} quiet={props.quiet} />
      {props.since && props.status !== 'not-configured' ? (
        <Lasting word={word} since={props.since} />
      ) : (
        <span>{word}</span>
      )}
    </span>
  );
}

/** Moves on with the time; a status without a time does not. */
function Lasting(props: { word: string; since: string }) {
  const { t, age, moment } = useFormat();
  const span = useAsOfNow(nowMs => age(secondsSince(props.since, nowMs)));
  return (
    <time dateTime={props.since} title={moment(props.since)}>
      {t('status.lasting', { status: props.word, span })}
    </time>
  );
}
