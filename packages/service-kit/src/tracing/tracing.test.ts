import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace';
import { createLogger } from '../logger';
import { OtlpTracing } from './otlpTracing';
import { startTracing } from './tracing';

const program = {
  name: 'gomon-agent',
  version: '1.2.3',
  logger: createLogger('test', 'silent'),
};

/** Spans stay in memory; that they arrive by OTLP is tested with the services. */
function tracingOf(ratio = 1) {
  const exporter = new InMemorySpanExporter();
  const tracing = new OtlpTracing(
    { ...program, endpoint: 'http://127.0.0.1:1', ratio },
    new SimpleSpanProcessor({ exporter }),
  );
  return { tracing, spans: () => exporter.getFinishedSpans() };
}

describe('tracing', () => {
  it('is not there without an endpoint', () => {
    expect(startTracing({ traceRatio: 1 }, program)).toBeUndefined();
  });

  it('makes spans of one trace from service to service, with failures', () => {
    const { tracing, spans } = tracingOf();
    const first = tracing.start('collect', {
      kind: 'internal',
      startMs: 1_795_000_000_000,
      attributes: { 'host.name': 'a' },
    })!;
    const second = tracing.start('send', {
      kind: 'producer',
      parent: first.traceparent,
    })!;
    second.end('refused');
    first.end();

    const [send, collect] = spans();
    const { traceId, spanId } = collect.spanContext();
    expect(first.traceparent).toBe(`00-${traceId}-${spanId}-01`);
    expect(collect).toMatchObject({
      name: 'collect',
      startTime: [1_795_000_000, 0],
      attributes: { 'host.name': 'a' },
      status: { code: 0 },
    });
    expect(collect.resource.attributes).toMatchObject({
      'service.name': 'gomon-agent',
      'service.version': '1.2.3',
    });
    expect(send.spanContext().traceId).toBe(traceId);
    expect(send).toMatchObject({
      parentSpanContext: { spanId },
      status: { code: 2, message: 'refused' },
    });
  });

  it.each([
    ['none of its own', 0, undefined, false],
    ['what the sender kept', 0, '01', true],
    ['not what the sender left out', 1, '00', false],
  ])('keeps %s', (_, ratio, flags, kept) => {
    const { tracing } = tracingOf(ratio);
    const parent = flags && `00-${'a'.repeat(32)}-${'b'.repeat(16)}-${flags}`;
    const span = tracing.start('a', { kind: 'internal', parent });
    expect(span !== undefined).toBe(kept);
  });

  it('begins a trace where the header is none', () => {
    const { tracing, spans } = tracingOf();
    tracing.start('a', { kind: 'internal', parent: 'nonsense' })!.end();
    expect(spans()).toHaveLength(1);
    expect(spans()[0].parentSpanContext).toBeUndefined();
  });
});
