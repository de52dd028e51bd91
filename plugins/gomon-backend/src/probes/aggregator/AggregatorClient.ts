import { AggregatorInstance } from '../../config/schema';
import { HttpTarget } from '../http/HttpTarget';
import { LookError } from '../LookError';
import { Metrics, parseMetrics } from '../prometheus/parseMetrics';

/** Why an aggregator is not ready. */
export interface NotReadyReason {
  code: string;
  sentence: string;
  dependency: 'kafka' | 'victoria-metrics' | 'self';
  since?: string;
}

/** What one replica says of itself. */
export interface Replica {
  url: string;
  ready: boolean;
  reasons: NotReadyReason[];
  metrics: Metrics;
}

/** Reads one replica of the aggregator. */
export async function readReplica(
  url: string,
  instance: AggregatorInstance,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Replica> {
  const target = new HttpTarget({ ...instance, url, timeoutMs });
  const [ready, page] = await Promise.all([
    target.get('/ready', signal),
    target.getText('/metrics', signal),
  ]);
  const metrics = parseMetrics(
    page,
    name => name.startsWith('gomon_') || name.startsWith('process_'),
  );
  // Anything may answer 200 at that address.
  if (!metrics.hasAny('gomon_aggregator_')) {
    throw new LookError('unknown', 'what answers there is no aggregator');
  }
  return {
    url: target.url,
    ready: ready.status === 200,
    reasons: ready.status === 200 ? [] : reasonsOf(ready.body),
    metrics,
  };
}

function reasonsOf(body: string): NotReadyReason[] {
  try {
    const { reasons } = JSON.parse(body);
    return (Array.isArray(reasons) ? reasons : []).slice(0, 10).map(reason => ({
      code: String(reason.code),
      sentence: String(reason.sentence).slice(0, 500),
      dependency: ['kafka', 'victoria-metrics'].includes(reason.dependency)
        ? reason.dependency
        : 'self',
      since: typeof reason.since === 'string' ? reason.since : undefined,
    }));
  } catch {
    throw new LookError('unknown', 'its answer to /ready is not understood');
  }
}
