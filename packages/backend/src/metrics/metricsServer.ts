import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

/** Where figures can be read, and how that is ended. */
export interface MetricsServer {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves what the plugins count by Backstage's metrics service, for Prometheus to read, on a port of its own: figures need no
 * sign-in, and whoever may reach the portal need not reach them. It is Backstage's way ("Setup OpenTelemetry" in its
 * documentation), less what instruments libraries by itself. A meter that was made before has no reader: serve first.
 *
 * @param env - `GOMON_METRICS_PORT`; without it nothing is served. `GOMON_METRICS_HOST`, 127.0.0.1 where absent
 * @throws Error when the port is none, or cannot be had
 */
export async function serveMetrics(
  env: NodeJS.ProcessEnv,
): Promise<MetricsServer | undefined> {
  const { GOMON_METRICS_HOST: host = '127.0.0.1', GOMON_METRICS_PORT } = env;
  if (!GOMON_METRICS_PORT) return undefined;
  const port = Number(GOMON_METRICS_PORT);
  if (!(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Error(
      `GOMON_METRICS_PORT is "${GOMON_METRICS_PORT}": it has to be a port, such as 9464.`,
    );
  }
  const reader = new PrometheusExporter({
    host,
    port,
    preventServerStart: true,
    withoutScopeInfo: true,
    withoutTargetInfo: true,
  });
  const provider = new MeterProvider({ readers: [reader] });
  metrics.setGlobalMeterProvider(provider);
  await reader.startServer();
  return {
    url: `http://${host}:${port}/metrics`,
    close: () => provider.shutdown(),
  };
}
