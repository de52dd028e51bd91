import {
  Context,
  diag,
  DiagLogLevel,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  Tracer,
} from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  SpanProcessor,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../logger';
import type { Span, SpanOptions, TracedProgram, Tracing } from './tracing';

const KINDS = {
  internal: SpanKind.INTERNAL,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};
const EXPORT_TIMEOUT_MS = 10_000;
const CLOSE_TIMEOUT_MS = 1_000;

/**
 * Tracing by OpenTelemetry's SDK, sent by OTLP over HTTP. Traces help to understand, they are not what is measured:
 * while the collector is away, and when too many wait, spans are dropped and nothing else is held up.
 */
export class OtlpTracing implements Tracing {
  readonly #provider: TracerProvider;
  readonly #tracer: Tracer;

  constructor(
    options: TracedProgram & {
      /** OTLP's base address. */
      endpoint: string;
      /** Share of the traces begun here that are kept, 0 to 1. */
      ratio: number;
    },
    processor: SpanProcessor = sendingTo(options.endpoint),
  ) {
    const { logger, name, version } = options;
    reportTrouble(logger);
    this.#provider = new TracerProvider({
      resource: resourceFromAttributes({
        'service.name': name,
        'service.version': version,
      }),
      sampler: new ParentBasedSampler({
        root: new TraceIdRatioBasedSampler(options.ratio),
      }),
      spanProcessors: [processor],
    });
    this.#tracer = this.#provider.getTracer('gomon', version);
  }

  start(name: string, options: SpanOptions): Span | undefined {
    const span = this.#tracer.startSpan(
      name,
      {
        kind: KINDS[options.kind],
        startTime: options.startMs,
        attributes: options.attributes,
      },
      contextOf(options.parent),
    );
    if (!span.isRecording()) return undefined;
    const { traceId, spanId } = span.spanContext();
    return {
      traceparent: `00-${traceId}-${spanId}-01`,
      end(failure) {
        if (failure !== undefined) {
          span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
        }
        span.end();
      },
    };
  }

  async close(): Promise<void> {
    const timeout = sleep(CLOSE_TIMEOUT_MS, undefined, { ref: false });
    await Promise.race([this.#provider.shutdown(), timeout]);
  }
}

function sendingTo(endpoint: string): SpanProcessor {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
    timeoutMillis: EXPORT_TIMEOUT_MS,
  });
  return new BatchSpanProcessor({ exporter });
}

function contextOf(traceparent: string | undefined): Context {
  const parent = traceparent ? parseTraceParent(traceparent) : null;
  return parent
    ? trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true })
    : ROOT_CONTEXT;
}

/** The SDK's own words, once for each new trouble: a collector that is away is no news every five seconds. */
function reportTrouble(logger: Logger): void {
  let last = '';
  const once = (...words: unknown[]) => {
    const text = words.map(String).join(' ').slice(0, 300);
    if (text !== last) logger.warn(`spans are dropped: ${text}`);
    last = text;
  };
  const silent = () => {};
  diag.setLogger(
    { error: once, warn: once, info: silent, debug: silent, verbose: silent },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
}
