import { Link } from '@backstage/ui';
import { Host } from '@gomon/plugin-gomon-common';
import { memo } from 'react';
import { Age } from '../format/Age';
import { useFormat } from '../format/useFormat';
import { StatusLine } from '../status/StatusLine';
import { ColumnNames } from './columns';
import styles from './HostList.module.css';
import { Meter } from './Meter';
import { hostPath } from './hostPath';
import { Sparkline } from './Sparkline';

/** One host in the list; an empty row while it is being loaded. */
function Row(props: {
  host: Host | undefined;
  names: ColumnNames;
  row: number;
  /** In pixels, as is the height. */
  top: number;
  height: number;
}) {
  const { host, names, row, top, height } = props;
  const { t, figure: format } = useFormat();
  const find = (id: string) => host?.figures.find(figure => figure.id === id);
  return (
    <div
      role="row"
      // The header is the first row.
      aria-rowindex={row + 2}
      className={`${styles.columns} ${styles.row}`}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <span role="rowheader" className={styles.name}>
        {host && (
          <>
            <Link href={hostPath(host.instance, host.environment)}>
              {host.instance}
            </Link>
            <StatusLine status={host.status} />
          </>
        )}
      </span>
      <span role="cell" className={styles.age}>
        {host?.lastSampleAt ? <Age at={host.lastSampleAt} /> : ''}
        {host?.missing ? (
          <span className={styles.missing}>
            {t('hosts.missing', {
              count: host.missing,
              value: String(host.missing),
            })}
          </span>
        ) : null}
      </span>
      {(['cpu', 'memory', 'disk'] as const).map(id => (
        <span
          key={id}
          role="cell"
          className={styles.figure}
          data-label={names[id]}
        >
          {host && <Meter figure={find(id)} format={format} />}
          {id === 'cpu' && <Sparkline trend={host?.trend} />}
        </span>
      ))}
    </div>
  );
}

/** Scrolling moves the window, not the rows in it: they are drawn again only when their host changes. */
export const HostRow = memo(Row);
