import { Button, Link } from '@backstage/ui';
import { LogLine, LogPage } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import { LogRow } from './LogRow';
import styles from './logs.module.css';

/** Lines, newest first, and the way to older ones. */
export function LogList(props: {
  page: LogPage;
  items: LogLine[];
  hasOlder: boolean;
  isHeld: boolean;
  isLoadingOlder: boolean;
  loadOlder(): void;
  showNewest(): void;
}) {
  const { page, items, hasOlder, isHeld, isLoadingOlder } = props;
  const { t, figure, moment } = useFormat();
  const count = page.totalItems;
  return (
    <section className={styles.lines} aria-label={t('logs.lines')}>
      <div className={styles.heading}>
        <span role="status">
          {t('logs.shown', {
            count,
            shown: figure({ value: items.length, unit: 'count' }),
            value: figure({ value: count, unit: 'count' }),
          })}
        </span>
        {isHeld && (
          <>
            <span>{t('logs.held', { time: moment(page.to) })}</span>
            <Button size="small" variant="secondary" onPress={props.showNewest}>
              {t('logs.newest')}
            </Button>
          </>
        )}
        {page.kibanaUrl && (
          <Link href={page.kibanaUrl} target="_blank" rel="noopener">
            {t('logs.allInKibana')}
          </Link>
        )}
      </div>
      <ol className={styles.list}>
        {items.map(line => (
          <LogRow key={line.id} line={line} />
        ))}
      </ol>
      {hasOlder && (
        <Button
          variant="secondary"
          isPending={isLoadingOlder}
          onPress={props.loadOlder}
        >
          {t('logs.older')}
        </Button>
      )}
    </section>
  );
}
