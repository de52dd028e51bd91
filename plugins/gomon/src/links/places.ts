import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ENVIRONMENT,
  ANNOTATION_KIBANA_DATA_VIEW,
} from '@gomon/plugin-gomon-common';
import { RangeName } from '../range/range';
import { Addresses } from './addresses';
import {
  ANNOTATION_DASHBOARD_SELECTOR,
  ANNOTATION_OVERVIEW_DASHBOARD,
  dashboardName,
  dashboardsUrl,
  dashboardUrl,
} from './grafana';
import { discoverUrl } from './kibana';
import { selectorLabels } from './selectorLabels';

/** Somewhere outside of the portal that shows more of an entity. */
export interface Place {
  kind: 'dashboard' | 'dashboards' | 'logs';
  /** The dashboard, the selector of dashboards, the data view. */
  name: string;
  url: string;
}

/** Where an entity can be seen, and which servers its annotations need that nobody has told us of. */
export interface Places {
  places: Place[];
  missing: ('grafana' | 'kibana')[];
}

/**
 * Finds the places of an entity in Grafana and Kibana, with the range, the variables and the data view filled in.
 *
 * @param variables - values for variables of dashboards, besides those that the entity itself tells
 */
export function placesOf(
  entity: Entity,
  { grafana, kibana }: Addresses,
  range: RangeName,
  variables: Record<string, string> = {},
): Places {
  const annotations = entity.metadata.annotations ?? {};
  const places: Place[] = [];
  const missing = new Set<'grafana' | 'kibana'>();

  const dashboard = annotations[ANNOTATION_OVERVIEW_DASHBOARD];
  if (dashboard) {
    const url = dashboardUrl(dashboard, grafana, range, {
      ...selectorLabels(entity),
      ...environmentOf(annotations),
      ...variables,
    });
    if (url)
      places.push({ kind: 'dashboard', name: dashboardName(dashboard), url });
    else missing.add('grafana');
  }

  const selector = annotations[ANNOTATION_DASHBOARD_SELECTOR];
  if (selector) {
    if (grafana) {
      const url = dashboardsUrl(selector, grafana);
      places.push({ kind: 'dashboards', name: selector, url });
    } else missing.add('grafana');
  }

  const dataView = annotations[ANNOTATION_KIBANA_DATA_VIEW];
  if (dataView) {
    if (kibana) {
      const url = discoverUrl(dataView, kibana, range);
      places.push({ kind: 'logs', name: dataView, url });
    } else missing.add('kibana');
  }
  return { places, missing: [...missing] };
}

function environmentOf(
  annotations: Record<string, string>,
): Record<string, string> {
  const environment = annotations[ANNOTATION_ENVIRONMENT];
  return environment ? { environment } : {};
}
