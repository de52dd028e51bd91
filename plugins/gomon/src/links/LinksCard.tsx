import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { useFormat } from '../format/useFormat';
import { useRangeName } from '../range/useRangeName';
import styles from '../states/legible.module.css';
import { addressesOf } from './addresses';
import { PlaceList } from './PlaceList';
import { placesOf } from './places';

/** The card that leads into Grafana and Kibana. */
export function LinksCard() {
  const { entity } = useEntity();
  const { t } = useFormat();
  const config = useApi(configApiRef);
  const { rangeName } = useRangeName('24h');
  return (
    <Card className={styles.legible}>
      <CardHeader>
        <Text as="h3" variant="title-x-small">
          {t('links.card')}
        </Text>
      </CardHeader>
      <CardBody>
        <PlaceList
          found={placesOf(entity, addressesOf(config, entity), rangeName)}
          range={rangeName}
        />
      </CardBody>
    </Card>
  );
}
