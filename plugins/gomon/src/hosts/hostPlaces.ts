import { Config } from '@backstage/config';
import { Entity } from '@backstage/catalog-model';
import { ANNOTATION_ENVIRONMENT } from '@gomon/plugin-gomon-common';
import { addressesOf } from '../links/addresses';
import {
  ANNOTATION_HOST_DASHBOARD,
  dashboardName,
  dashboardUrl,
} from '../links/grafana';
import { Place } from '../links/places';
import { RangeName } from '../range/range';

/** A host as its page knows it. */
export interface ShownHost {
  instance: string;
  environment: string;
  range: RangeName;
}

/**
 * Dashboards of a host: those that entities of its environment name, with the host filled in as the variables `host`, as
 * gomon's own dashboards call it, and `instance`, as those for the node exporter do. None where nobody has told where Grafana
 * is.
 */
export function hostPlaces(
  entities: readonly Entity[],
  config: Config,
  { instance, environment, range }: ShownHost,
): Place[] {
  const places = entities.flatMap(entity => {
    const annotations = entity.metadata.annotations ?? {};
    const dashboard = annotations[ANNOTATION_HOST_DASHBOARD];
    const own = annotations[ANNOTATION_ENVIRONMENT];
    if (!dashboard || (own ?? 'default') !== environment) return [];
    const { grafana } = addressesOf(config, entity);
    const url = dashboardUrl(dashboard, grafana, range, {
      ...(own && { environment: own }),
      host: instance,
      instance,
    });
    if (!url) return [];
    return [
      { kind: 'dashboard' as const, name: dashboardName(dashboard), url },
    ];
  });
  // Several entities may name the same one.
  return [...new Map(places.map(place => [place.url, place])).values()];
}
