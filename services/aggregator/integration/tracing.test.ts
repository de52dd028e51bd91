import { createService, freePort, Service } from '@gomon/dev-stack';
import { produce } from './support/messages';
import { metricOf } from './support/pages';
import { ReceivedSpan, startCollector } from './support/collector';
import { Stack, startStack } from './support/stack';
import { waitFor } from './support/waitFor';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.end());

describe('tracing', () => {
  it('follows a reading from its collection to the database, and poison to the dead letters', async () => {
    const collector = await startCollector();
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_BSP_SCHEDULE_DELAY: '200',
    };
    const aggregator = await stack.aggregator(env);
    const agent = createService({
      name: 'agent',
      dir: stack.dir,
      env: {
        ...env,
        KAFKA_BROKERS: stack.kafka.brokers,
        METRICS_PORT: String(await freePort()),
        METRICS_HOST: '127.0.0.1',
        NODE_NAME: 'traced',
        COLLECT_INTERVAL_MS: '1000',
      },
    });
    try {
      await Promise.all([aggregator.start(), agent.start()]);
      const stored = await spanOf(collector, ({ name }) =>
        name.startsWith('POST'),
      );
      const trace = await waitFor('the whole trace', async () => {
        const spans = collector.spans.filter(
          ({ traceId }) => traceId === stored.traceId,
        );
        return spans.length === 4 && spans;
      });
      const chain = ['collect', 'send metrics-v4', 'process metrics-v4'];
      let parent: string | undefined;
      for (const name of [...chain, 'POST /api/v1/import']) {
        const span = trace.find(found => found.name === name)!;
        expect([name, span.parentSpanId]).toEqual([name, parent]);
        parent = span.spanId;
      }
      expect(trace.map(({ service }) => service).sort()).toEqual([
        'gomon-agent',
        'gomon-agent',
        'gomon-aggregator',
        'gomon-aggregator',
      ]);

      const ids = `${'a'.repeat(32)}-${'b'.repeat(16)}`;
      await produce(stack.client, [
        { value: 'no message', headers: { traceparent: `00-${ids}-01` } },
      ]);
      const buried = await spanOf(
        collector,
        ({ traceId }) => traceId === 'a'.repeat(32),
      );
      expect(buried.status.code).toBe(2);
      expect(buried.parentSpanId).toBe('b'.repeat(16));

      collector.close();
      const before = await accepted(aggregator);
      await waitFor(
        'readings to be stored without the collector',
        async () => (await accepted(aggregator)) > before,
      );
    } finally {
      await agent.stop();
      collector.close();
    }
  });
});

function spanOf(
  { spans }: { spans: ReceivedSpan[] },
  is: (span: ReceivedSpan) => boolean,
): Promise<ReceivedSpan> {
  return waitFor('a span', async () => spans.find(is));
}

function accepted(aggregator: Service): Promise<number> {
  return metricOf(aggregator, 'gomon_aggregator_samples_accepted_total');
}
