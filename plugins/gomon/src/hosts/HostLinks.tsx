import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  ANNOTATION_ENVIRONMENT,
  ANNOTATION_STAGE,
} from '@gomon/plugin-gomon-common';
import { addressesOf } from '../links/addresses';
import { ANNOTATION_OVERVIEW_DASHBOARD } from '../links/grafana';
import { PlaceList } from '../links/PlaceList';
import { placesOf } from '../links/places';
import { useLive } from '../live/useLive';
import { RangeName } from '../range/range';

/**
 * Dashboards of a host: those that the catalog names for agents and for Grafana, with the host filled in as the variable
 * `instance`, which is the label of its series. Nothing where there is none, or where nobody has told where Grafana is.
 */
export function HostLinks(props: {
  instance: string;
  environment?: string;
  range: RangeName;
}) {
  const { instance, environment = 'default', range } = props;
  const catalog = useApi(catalogApiRef);
  const config = useApi(configApiRef);
  const { value } = useLive('dashboards of hosts', () =>
    catalog.getEntities({
      filter: {
        [`metadata.annotations.${ANNOTATION_STAGE}`]: ['agent', 'dashboard'],
      },
      fields: ['kind', 'metadata.name', 'metadata.annotations'],
    }),
  );
  const places = (value?.items ?? [])
    .filter(({ metadata: { annotations = {} } }) => {
      const own = annotations[ANNOTATION_ENVIRONMENT] ?? 'default';
      return annotations[ANNOTATION_OVERVIEW_DASHBOARD] && own === environment;
    })
    .flatMap(entity => {
      const variables = { instance };
      return placesOf(entity, addressesOf(config, entity), range, variables)
        .places;
    })
    .filter(({ kind }) => kind === 'dashboard');
  // Several entities may name the same dashboard.
  const byUrl = new Map(places.map(place => [place.url, place]));
  if (byUrl.size === 0) return null;
  return (
    <PlaceList
      found={{ places: [...byUrl.values()], missing: [] }}
      range={range}
    />
  );
}
