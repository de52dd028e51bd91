import { CheckReport, Component } from '@gomon/plugin-gomon-node';
import { GrafanaInstance } from '../../config/schema';
import { HttpTarget } from '../http/HttpTarget';
import { parseJson } from '../http/parseJson';
import { lookFailed } from '../lookFailed';

/** Annotation of the community Grafana plugin: a tag of dashboards. */
const SELECTOR = 'grafana/dashboard-selector';

const common = { id: 'grafana.dashboards', title: 'Dashboards' };

/** Dashboards by their tag ("Folder/Dashboard Search" of Grafana's HTTP API); undefined where the component selects none. */
export async function dashboardsCheck(
  { entity }: Component,
  { publicUrl, url }: GrafanaInstance,
  target: HttpTarget,
  signal: AbortSignal,
): Promise<CheckReport | undefined> {
  const tag = entity.metadata.annotations?.[SELECTOR];
  if (!tag) return undefined;
  try {
    const found = await target.getText(
      `/api/search?type=dash-db&limit=20&tag=${encodeURIComponent(tag)}`,
      signal,
    );
    const base = (publicUrl ?? url).replace(/\/+$/, '');
    const links = parseJson(found, (all: any[]) =>
      all.map(own => ({
        title: String(own.title),
        url: `${base}${String(own.url)}`,
      })),
    );
    if (links.length === 0) {
      return {
        ...common,
        status: 'degraded',
        failure: 'own',
        sentence: `Grafana has no dashboard with the tag ${tag}.`,
        meaning: 'They were not provisioned, or somebody deleted them.',
      };
    }
    return {
      ...common,
      status: 'ok',
      value: links.length,
      sentence: `${
        links.length === 1
          ? 'A dashboard has'
          : `${links.length} dashboards have`
      } the tag ${tag}.`,
      links,
    };
  } catch (error) {
    return lookFailed(common.id, common.title, 'Grafana', error);
  }
}
