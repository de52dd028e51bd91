import { RangeName } from '../range/range';

/** Annotation of the community Grafana plugin: the address of a dashboard, or here also its identifier (uid). */
export const ANNOTATION_OVERVIEW_DASHBOARD = 'grafana/overview-dashboard';
/** The address or the identifier (uid) of a dashboard about one host, which an agent's component names. */
export const ANNOTATION_HOST_DASHBOARD = 'gomon.io/host-dashboard';
/** Annotation of the community Grafana plugin: a tag of dashboards, or an expression of tags. */
export const ANNOTATION_DASHBOARD_SELECTOR = 'grafana/dashboard-selector';

/**
 * A dashboard over a range that moves with the clock, with its variables filled in ("Data link variables" and "Dashboard
 * URL variables" in Grafana's documentation). Grafana ignores variables that the dashboard does not have.
 *
 * @returns undefined where the annotation holds an identifier and nobody knows where Grafana is
 */
export function dashboardUrl(
  dashboard: string,
  grafana: string | undefined,
  range: RangeName,
  variables: Record<string, string>,
): string | undefined {
  const url = addressOf(dashboard, grafana);
  if (!url) return undefined;
  url.searchParams.set('from', `now-${range}`);
  url.searchParams.set('to', 'now');
  for (const [name, value] of Object.entries(variables)) {
    url.searchParams.set(`var-${name}`, value);
  }
  return url.href;
}

/** A tag alone; the selector can also be an expression, which Grafana's own list does not understand. */
const TAG = /^[\w:./-]+$/;

/** The list of dashboards that a selector means: those with a tag; all of them where it is an expression. */
export function dashboardsUrl(selector: string, grafana: string): string {
  return TAG.test(selector)
    ? `${grafana}/dashboards?tag=${encodeURIComponent(selector)}`
    : `${grafana}/dashboards`;
}

/** The last part of an address; an identifier as it is. */
export function dashboardName(dashboard: string): string {
  return dashboard.split(/[?#]/)[0].split('/').filter(Boolean).at(-1)!;
}

function addressOf(dashboard: string, grafana: string | undefined) {
  if (/^https?:\/\//.test(dashboard)) return new URL(dashboard);
  if (!grafana) return undefined;
  return new URL(`${grafana}/d/${encodeURIComponent(dashboard)}`);
}
