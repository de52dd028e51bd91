import type { StackContext } from '../stack/part';

/**
 * Configuration of the portal for the logs pipeline, as Backstage takes it from the environment. It is there only where the
 * pipeline runs; otherwise the portal says of its stages that they are not set up.
 */
export function logsPortalSettings({
  urls,
}: Pick<StackContext, 'urls'>): Record<string, string> {
  const instances = (url: string) => JSON.stringify([{ name: 'default', url }]);
  return {
    APP_CONFIG_gomon_elasticsearch: instances(urls.elasticsearch),
    APP_CONFIG_gomon_logstash: instances(urls.logstash),
    APP_CONFIG_gomon_filebeat: JSON.stringify([
      { name: 'default', urls: [urls.filebeat] },
    ]),
  };
}
