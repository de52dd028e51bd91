import { VictoriaMetricsInstance } from '../../config/schema';
import { HttpAnswer, HttpTarget } from '../http/HttpTarget';
import { LookError } from '../LookError';
import { Metrics, parseMetrics } from '../prometheus/parseMetrics';

/** One series of an instant query: its labels and its value. */
export interface VectorEntry {
  labels: Record<string, string>;
  value: number;
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
    return toVector(body);
  }
}

function toVector(body: string): VectorEntry[] {
  try {
    const { result } = JSON.parse(body).data;
    return result.map(
      ({
        metric,
        value,
      }: {
        metric: Record<string, string>;
        value: [number, string];
      }) => ({
        labels: metric,
        value: Number(value[1]),
      }),
    );
  } catch {
    throw new LookError(
      'unknown',
      'it answered something that is no query result',
    );
  }
}
