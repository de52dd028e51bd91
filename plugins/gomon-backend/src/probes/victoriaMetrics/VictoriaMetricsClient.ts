import { VictoriaMetricsInstance } from '../../config/schema';
import { Range } from '../../history/range';
import { HttpAnswer, HttpTarget } from '../http/HttpTarget';
import { Metrics, parseMetrics } from '../prometheus/parseMetrics';
import { noQueryResult, Result, VectorEntry, vectorOf } from './vectorOf';

export type { VectorEntry } from './vectorOf';

/** One series of a range query: its labels, and its values by Unix milliseconds. */
export interface MatrixEntry {
  labels: Record<string, string>;
  values: [timestampMs: number, value: number][];
}

/** Reads one VictoriaMetrics. */
export class VictoriaMetricsClient {
  readonly #target: HttpTarget;

  constructor(instance: VictoriaMetricsInstance, timeoutMs: number) {
    this.#target = new HttpTarget({
      ...instance,
      url: instance.url.replace(/\/api\/v1\/import\/?$/, ''),
      // 10,000 hosts make answers of a few megabytes.
      maxBytes: 64 * 1024 ** 2,
      timeoutMs,
    });
  }

  health(signal: AbortSignal): Promise<HttpAnswer> {
    return this.#target.get('/health', signal);
  }

  async metrics(signal: AbortSignal): Promise<Metrics> {
    const text = await this.#target.getText('/metrics', signal);
    return parseMetrics(
      text,
      name => name.startsWith('vm_') || name.startsWith('process_'),
    );
  }

  /**
   * An instant query in MetricsQL, past the cache. Callers compose it of names the server knows; nothing from outside becomes
   * part of it unescaped.
   */
  async query(
    expression: string,
    now: Date,
    signal: AbortSignal,
  ): Promise<VectorEntry[]> {
    const parameters = new URLSearchParams({
      query: expression,
      time: String(now.getTime() / 1000),
      nocache: '1',
    });
    const body = await this.#target.getText(
      `/api/v1/query?${parameters}`,
      signal,
    );
    return vectorOf(body);
  }

  /** A range query, with values at `from` and every step after it. */
  async range(
    expression: string,
    { from, to, stepSeconds }: Range,
    signal: AbortSignal,
  ): Promise<MatrixEntry[]> {
    const parameters = new URLSearchParams({
      query: expression,
      start: String(from.getTime() / 1000),
      end: String(to.getTime() / 1000),
      step: `${stepSeconds}s`,
      // Without it the database moves the points to multiples of the step.
      nocache: '1',
    });
    const body = await this.#target.getText(
      `/api/v1/query_range?${parameters}`,
      signal,
    );
    return resultsOf(body).map(({ metric, values }) => ({
      labels: metric,
      values: values.map(([at, value]) => [
        Math.round(at * 1000),
        Number(value),
      ]),
    }));
  }
}

function resultsOf(body: string): Result[] {
  try {
    const { result } = JSON.parse(body).data;
    if (Array.isArray(result)) return result;
  } catch {
    // Said below.
  }
  throw noQueryResult();
}
