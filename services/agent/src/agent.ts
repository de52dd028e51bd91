import { randomUUID } from 'node:crypto';
import {
  createRegistry,
  Readiness,
  Running,
  startMonitoringServer,
  startTracing,
} from '@gomon/service-kit';
import { version } from '../package.json';
import { createAgentMetrics, showOutbox } from './agentMetrics';
import type { agentSettings } from './agentSettings';
import { collect } from './collect/collect';
import { createCollectors } from './collect/createCollectors';
import { detectScope } from './collect/scope';
import { nodeName } from './message/identity';
import { MessageMaker } from './message/messageMaker';
import { createOutbox } from './outbox/createOutbox';
import { connectKafka } from './publish/connectKafka';
import { Publisher } from './publish/publisher';
import { reportingTo } from './publish/reports';
import { Ticker } from './schedule/ticker';

/** The agent sleeps most of the time: it is woken for this once in ten seconds only. */
const EVENT_LOOP_RESOLUTION_MS = 10_000;

/** Wires collectors, outbox and publisher, and starts them. */
export async function startAgent({
  settings,
  logger,
  shutdown,
}: Running<typeof agentSettings>): Promise<void> {
  const { hostRoot, intervalMs } = settings;
  const scope = detectScope(hostRoot);
  const hostname = nodeName(settings.nodeName, hostRoot);
  const bootId = randomUUID();
  const registry = createRegistry({
    version,
    eventLoopResolutionMs: EVENT_LOOP_RESOLUTION_MS,
  });
  const metrics = createAgentMetrics(registry);
  const readiness = new Readiness();

  const tracing = startTracing(settings, {
    name: 'gomon-agent',
    version,
    logger,
  });
  const { sender, watch } = connectKafka(
    settings,
    hostname,
    logger,
    readiness,
    tracing,
  );
  const reports = reportingTo({ metrics, logger, watch });
  const outbox = createOutbox(settings, metrics, logger, reports.dropped);
  showOutbox(registry, outbox);
  const publisher = new Publisher(outbox, sender, reports);

  const maker = new MessageMaker({ hostname, bootId, intervalMs, scope });
  const collectors = createCollectors(settings, scope);
  const takeReading = async () => {
    const atMs = Date.now();
    const span = tracing?.start('collect', {
      kind: 'internal',
      startMs: atMs,
      attributes: { 'host.name': hostname },
    });
    const { readings, failures } = await collect(collectors);
    reports.collected(failures);
    const message = maker.make(readings, atMs, span?.traceparent);
    span?.end();
    metrics.sequence.set(message.sequence);
    outbox.put(message);
    publisher.wake();
  };
  const ticker = new Ticker(intervalMs, takeReading, beats =>
    metrics.skipped.inc(beats),
  );

  const server = await startMonitoringServer({
    port: settings.metricsPort,
    host: settings.metricsHost,
    registry,
    readiness,
  });
  shutdown.onStop('pages', () => server.close());
  publisher.start();
  shutdown.onStop('kafka', async () => {
    watch.stop();
    await publisher.stop(settings.shutdownTimeoutMs / 3);
    await sender.close();
    await tracing?.close();
    reports.stopped(outbox);
    outbox.close();
  });
  ticker.start();
  shutdown.onStop('collecting', () => ticker.stop());
  logger.info(
    { host: hostname, scope, bootId, intervalMs, port: server.port, version },
    'collecting',
  );
}
