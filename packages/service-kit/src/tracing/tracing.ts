import type { Logger } from '../logger';

/** A piece of work under way, in a trace that is kept. */
export interface Span {
  /** W3C Trace Context: for the record's header, so that the next service goes on with this trace. */
  readonly traceparent: string;
  /**
   * Ends it.
   *
   * @param failure - why the work failed, when it did
   */
  end(failure?: string): void;
}

/** What a span is told at its beginning. */
export interface SpanOptions {
  kind: 'internal' | 'client' | 'producer' | 'consumer';
  /** `traceparent` of the work that this belongs to; without one a trace begins. */
  parent?: string;
  /** When it began, Unix milliseconds; now when absent. */
  startMs?: number;
  /** By OpenTelemetry's semantic conventions. */
  attributes?: Record<string, string | number>;
}

/** Makes spans. Programs hold `Tracing | undefined`: without an endpoint there is none, and nothing is done. */
export interface Tracing {
  /** Begins a span; undefined when its trace is not kept. */
  start(name: string, options: SpanOptions): Span | undefined;
  /** Sends what waits, for a short while at most. */
  close(): Promise<void>;
}

/** Who traces. */
export interface TracedProgram {
  name: string;
  version: string;
  logger: Logger;
}

/** The tracing that the settings ask for, or none: then OpenTelemetry is not even loaded. */
export function startTracing(
  settings: {
    traceEndpoint?: string;
    traceRatio: number;
    traceServiceName?: string;
  },
  program: TracedProgram,
): Tracing | undefined {
  const { traceEndpoint, traceRatio, traceServiceName } = settings;
  if (traceEndpoint === undefined) return undefined;
  // Not an import: it would be loaded, and take its memory, in every process.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { OtlpTracing } =
    require('./otlpTracing') as typeof import('./otlpTracing');
  return new OtlpTracing({
    ...program,
    name: traceServiceName ?? program.name,
    endpoint: traceEndpoint,
    ratio: traceRatio,
  });
}
