import { Text } from '@backstage/ui';
import { Cause } from '@gomon/plugin-gomon-common';
import { Since } from '../format/Since';
import { useFormat } from '../format/useFormat';
import { Announcement } from '../states/Announcement';
import { StatusShape } from '../status/StatusShape';
import { ActionLine } from './ActionLine';
import { HealthLink } from './HealthLink';
import styles from './verdict.module.css';

/** The first cause in full, the others in a line each. */
export function BrokenVerdict(props: { causes: [Cause, ...Cause[]] }) {
  const { t } = useFormat();
  const [first, ...others] = props.causes;
  return (
    <section
      className={styles.verdict}
      data-status={first.status}
      aria-label={t('verdict.region')}
    >
      {/* The sentence counts seconds; it is announced when the cause changes, not each time a figure does. */}
      <Announcement
        of={`${first.entityRef} ${first.status}`}
        text={first.sentence}
        urgent={first.status === 'down'}
      />
      <StatusShape status={first.status} size={22} />
      <div className={styles.words}>
        <Text
          as="h2"
          variant={{ initial: 'title-x-small', sm: 'title-small' }}
          weight="bold"
          className={styles.sentence}
        >
          {first.sentence}
        </Text>
        {first.meaning && <p className={styles.line}>{first.meaning}</p>}
        {first.action && <ActionLine action={first.action} />}
        <p className={styles.line}>
          <Since at={first.since} />
          {' · '}
          <HealthLink entityRef={first.entityRef} title={first.title} />
        </p>
        {others.length > 0 && (
          <ul className={styles.others} aria-label={t('verdict.also')}>
            {others.map(cause => (
              <li key={cause.entityRef}>
                <StatusShape status={cause.status} />
                <span>
                  {cause.sentence}{' '}
                  <HealthLink entityRef={cause.entityRef} title={cause.title} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
