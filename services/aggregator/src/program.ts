import {
  createRegistry,
  Readiness,
  runProgram,
  Running,
  startMonitoringServer,
  startTracing,
} from '@gomon/service-kit';
import { Aggregator } from './app/aggregator';
import { connectionChecks } from './check';
import {
  aggregatorSettings,
  crossCheckAggregator,
  summarize,
} from './settings';
import { VERSION } from './version';

const EVENT_LOOP_RESOLUTION_MS = 20;
// The share of the time for an orderly end that finishing what is on its way may take.
const FINISHING_SHARE = 0.6;

/** Runs the aggregator by its arguments and its environment. */
export function runAggregator(): Promise<void> {
  return runProgram({
    name: 'gomon-aggregator',
    version: VERSION,
    summary:
      'stores the metrics of all agents: from Kafka into VictoriaMetrics, with nothing lost',
    settings: aggregatorSettings,
    crossCheck: crossCheckAggregator,
    checks: connectionChecks,
    start,
  });
}

async function start({
  settings,
  logger,
  shutdown,
}: Running<typeof aggregatorSettings>): Promise<void> {
  const registry = createRegistry({
    version: VERSION,
    eventLoopResolutionMs: EVENT_LOOP_RESOLUTION_MS,
  });
  const readiness = new Readiness();
  const tracing = startTracing(settings, {
    name: 'gomon-aggregator',
    version: VERSION,
    logger,
  });
  const aggregator = new Aggregator(
    settings,
    logger,
    registry,
    readiness,
    tracing,
  );
  const server = await startMonitoringServer({
    port: settings.metricsPort,
    host: settings.metricsHost,
    registry,
    readiness,
    beforeReady: () => aggregator.assess(),
  });
  shutdown.onStop('pages', () => server.close());
  if (tracing) shutdown.onStop('tracing', () => tracing.close());
  shutdown.onStop('aggregator', () =>
    aggregator.stop(settings.shutdownTimeoutMs * FINISHING_SHARE),
  );
  logger.info({ ...summarize(settings), port: server.port }, 'started');
  aggregator.start();
}
