import type { StackUrls } from '../stack/part';

/** Configuration of the portal for what fires, as Backstage takes it from the environment. */
export function alertsPortalSettings({
  urls,
}: {
  urls: Pick<StackUrls, 'vmalert'>;
}): Record<string, string> {
  return {
    APP_CONFIG_gomon_vmalert: JSON.stringify([
      { name: 'default', url: urls.vmalert },
    ]),
  };
}
