import { Link } from '@backstage/ui';
import { LogLine } from '@gomon/plugin-gomon-common';
import { perLocale } from '../format/perLocale';
import { useFormat } from '../format/useFormat';
import { formatLineTime } from './formatLineTime';
import styles from './logs.module.css';

/** A name, the same in every language. */
const KIBANA = 'Kibana';

const values = perLocale(
  locale => new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 }),
);

/** One line: when, how grave, what it says, and the same moment in Kibana. */
export function LogRow(props: { line: LogLine }) {
  const { line } = props;
  const { t, locale, moment } = useFormat();
  const time = formatLineTime(line.at, locale);
  return (
    <li className={styles.line} data-level={line.level}>
      <time className={styles.time} dateTime={line.at} title={moment(line.at)}>
        {time}
      </time>
      <span className={styles.level}>{line.level}</span>
      <div className={styles.words}>
        {line.metric && <Sample line={line} />}
        <span className={styles.message}>{line.message}</span>
        {line.problem && (
          <span className={styles.problem}>
            {t('logs.problem', { reason: line.problem })}
          </span>
        )}
      </div>
      {line.kibanaUrl && (
        <Link
          className={styles.kibana}
          href={line.kibanaUrl}
          target="_blank"
          rel="noopener"
          aria-label={t('logs.kibanaAt', { time })}
        >
          {KIBANA}
        </Link>
      )}
    </li>
  );
}

/** The logged sample: what, how much, of what. */
function Sample(props: { line: LogLine }) {
  const { line } = props;
  const { locale } = useFormat();
  const places = [line.instance, line.mountpoint, line.interface];
  return (
    <span className={styles.sample}>
      <span>{line.metric}</span>
      {line.value !== undefined && (
        <span className={styles.value}>
          {values(locale).format(line.value)}
        </span>
      )}
      <span className={styles.places}>
        {places.filter(Boolean).join(' · ')}
      </span>
    </span>
  );
}
