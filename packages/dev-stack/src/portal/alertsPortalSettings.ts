import type { StackUrls } from '../stack/part';

/**
 * Configuration of the portal for what fires, as Backstage takes it from the environment; and where it tells what it knows of
 * the logs pipeline, which rules ask for.
 */
export function alertsPortalSettings({
  urls,
}: {
  urls: Pick<StackUrls, 'portalMetrics' | 'vmalert'>;
}): Record<string, string> {
  return {
    APP_CONFIG_gomon_vmalert: JSON.stringify([
      { name: 'default', url: urls.vmalert },
    ]),
    GOMON_METRICS_PORT: new URL(urls.portalMetrics).port,
  };
}
