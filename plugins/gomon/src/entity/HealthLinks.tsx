import { Link, Text } from '@backstage/ui';
import { Link as HealthLink } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import styles from './panel.module.css';

/** Places that show more, each saying where it leads. */
export function HealthLinks(props: { links: HealthLink[] }) {
  const { t } = useFormat();
  return (
    <section className={styles.panel} aria-label={t('health.links')}>
      <Text as="h2" variant="title-x-small" className={styles.title}>
        {t('health.links')}
      </Text>
      <ul className={styles.list}>
        {props.links.map(link => (
          <li key={link.url}>
            <Link href={link.url} target="_blank" rel="noopener">
              {link.title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
