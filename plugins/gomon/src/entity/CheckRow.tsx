/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   Browsers drop the roles of a table that is drawn as a list. */
import { Link } from '@backstage/ui';
import { Check } from '@gomon/plugin-gomon-common';
import { Age } from '../format/Age';
import { useFormat } from '../format/useFormat';
import { FigureOrNone } from './FigureOrNone';
import { isExplained } from './isExplained';
import { ActionLine } from '../overview/ActionLine';
import { StatusLine } from '../status/StatusLine';
import styles from './ChecksTable.module.css';

/** One question about a component, answered. */
export function CheckRow(props: { check: Check; withAction: boolean }) {
  const { check } = props;
  const { t } = useFormat();
  return (
    <tr role="row" data-status={check.status}>
      <th role="rowheader">
        <span className={styles.title}>
          {check.title}
          <StatusLine status={check.status} quiet={isExplained(check)} />
        </span>
        <span className={styles.sentence}>{check.sentence}</span>
        {props.withAction && check.action && (
          <ActionLine action={check.action} />
        )}
        {check.links.length > 0 && (
          <span className={styles.links}>
            {check.links.map(link => (
              <Link
                key={link.url}
                href={link.url}
                target="_blank"
                rel="noopener"
              >
                {link.title}
              </Link>
            ))}
          </span>
        )}
      </th>
      <td role="cell" className={styles.number} data-label={t('health.now')}>
        <FigureOrNone value={check.value} unit={check.unit} />
      </td>
      <td role="cell" className={styles.number} data-label={t('health.limit')}>
        <FigureOrNone value={check.threshold} unit={check.unit} />
      </td>
      <td role="cell" className={styles.number} data-label={t('health.age')}>
        <Age at={check.observedAt} />
      </td>
    </tr>
  );
}
