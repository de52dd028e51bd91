import { Link } from '@backstage/ui';
import { Check } from '@gomon/plugin-gomon-common';
import { Age } from '../format/Age';
import { useFormat } from '../format/useFormat';
import { isExplained } from './isExplained';
import { ActionLine } from '../overview/ActionLine';
import { StatusLine } from '../status/StatusLine';
import styles from './ChecksTable.module.css';

/** One question about a component, answered. */
export function CheckRow(props: { check: Check }) {
  const { check } = props;
  const { t, figure: format } = useFormat();
  return (
    <tr data-status={check.status}>
      <th scope="row">
        <span className={styles.title}>
          {check.title}
          <StatusLine status={check.status} quiet={isExplained(check)} />
        </span>
        <span className={styles.sentence}>{check.sentence}</span>
        {check.action && <ActionLine action={check.action} />}
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
      <td className={styles.number}>
        {check.value === undefined
          ? t('health.noValue')
          : format({ value: check.value, unit: check.unit })}
      </td>
      <td className={styles.number}>
        {check.threshold === undefined
          ? t('health.noLimit')
          : format({ value: check.threshold, unit: check.unit })}
      </td>
      <td className={styles.number}>
        <Age at={check.observedAt} />
      </td>
    </tr>
  );
}
