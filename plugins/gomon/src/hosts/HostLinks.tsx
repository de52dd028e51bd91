import { configApiRef, useApi } from '@backstage/core-plugin-api';
import {
  CATALOG_FILTER_EXISTS,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import { ANNOTATION_HOST_DASHBOARD } from '../links/grafana';
import { PlaceList } from '../links/PlaceList';
import { useLive } from '../live/useLive';
import { hostPlaces, ShownHost } from './hostPlaces';

const HAS_DASHBOARD = `metadata.annotations.${ANNOTATION_HOST_DASHBOARD}`;

/** Where more of a host can be seen; nothing where that is nowhere. */
export function HostLinks(props: ShownHost) {
  const catalog = useApi(catalogApiRef);
  const config = useApi(configApiRef);
  const { value } = useLive('entities with dashboards of hosts', () =>
    catalog.getEntities({ filter: { [HAS_DASHBOARD]: CATALOG_FILTER_EXISTS } }),
  );
  const places = hostPlaces(value?.items ?? [], config, props);
  if (places.length === 0) return null;
  return <PlaceList found={{ places, missing: [] }} range={props.range} />;
}
