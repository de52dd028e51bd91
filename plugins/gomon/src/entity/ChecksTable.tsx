/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   Browsers drop the roles of a table that is drawn as a list. */
import { Check } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import { CheckRow } from './CheckRow';
import styles from './ChecksTable.module.css';
import { worstFirst } from './worstFirst';

/**
 * Check, now, limit, age; worst first. Drawn as a list where it is narrow: the roles are spelled out, since browsers drop those
 * of a table that is not drawn as one.
 */
export function ChecksTable(props: { checks: Check[] }) {
  const { t } = useFormat();
  const columns = [t('health.now'), t('health.limit'), t('health.age')];
  return (
    <div className={styles.frame}>
      <table
        role="table"
        aria-label={t('health.checks')}
        className={styles.table}
      >
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">{t('health.check')}</th>
            {columns.map(column => (
              <th key={column} role="columnheader" className={styles.number}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {worstFirst(props.checks).map((check, index) => (
            // What to do about the worst stands in the sentence above the table.
            <CheckRow key={check.id} check={check} withAction={index > 0} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
