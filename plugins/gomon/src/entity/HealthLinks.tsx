import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { Link as HealthLink } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import { addressesOf } from '../links/addresses';
import { PlaceList } from '../links/PlaceList';
import { placesOf } from '../links/places';
import { useRangeName } from '../range/useRangeName';
import styles from './panel.module.css';

/** Places that show more, each saying where it leads, over the range that the charts show. */
export function HealthLinks(props: { links: HealthLink[] }) {
  const { t } = useFormat();
  const { entity } = useEntity();
  const config = useApi(configApiRef);
  const { rangeName } = useRangeName('24h');
  const found = placesOf(entity, addressesOf(config, entity), rangeName);
  const count = props.links.length + found.places.length + found.missing.length;
  if (count === 0) return null;
  return (
    <section className={styles.panel} aria-label={t('health.links')}>
      <Text as="h2" variant="title-x-small" className={styles.title}>
        {t('health.links')}
      </Text>
      <PlaceList found={found} range={rangeName} links={props.links} />
    </section>
  );
}
