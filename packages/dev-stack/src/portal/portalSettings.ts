import { hasMetricsServer } from '../kubernetes/hasMetricsServer';
import type { StackContext } from '../stack/part';
import { alertsPortalSettings } from './alertsPortalSettings';
import { kubernetesPortalSettings } from './kubernetesPortalSettings';
import { logsPortalSettings } from './logsPortalSettings';
import { sonarqubePortalSettings } from './sonarqubePortalSettings';

/**
 * The environment of the portal: app-config.yaml names these variables wherever
 * an address or a folder differs from one stack to another. A cluster has to answer by then.
 */
export async function portalSettings(
  context: StackContext,
): Promise<NodeJS.ProcessEnv> {
  const { env, urls } = context;
  return {
    ...env,
    NODE_ENV: 'development',
    GOMON_APP_URL: urls.frontend,
    GOMON_BACKEND_URL: urls.backend,
    GOMON_AGGREGATOR_URL: urls.aggregator,
    KAFKA_BROKERS: urls.kafka,
    VICTORIA_METRICS_URL: urls.victoriaMetrics,
    ...(context.with.includes('logs') && logsPortalSettings(context)),
    ...(context.with.includes('sonarqube') && sonarqubePortalSettings(context)),
    ...(context.with.includes('alerts') && alertsPortalSettings(context)),
    ...(context.with.includes('kubernetes') &&
      kubernetesPortalSettings([
        {
          name: 'local',
          url: urls.kubernetes,
          authProvider: 'localKubectlProxy',
          skipMetricsLookup: !(await hasMetricsServer(urls.kubernetes)),
        },
      ])),
    // No browser window opens by itself.
    BROWSER: 'none',
    NO_UPDATE_NOTIFIER: '1',
  };
}
