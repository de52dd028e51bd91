import { join } from 'node:path';
import type { StackContext } from './part';

/** The log of samples that the aggregator writes and the shipper follows; what the process prints goes elsewhere. */
export function metricLogFile({
  directories,
  env,
}: Pick<StackContext, 'directories' | 'env'>): string {
  return env.LOG_FILE ?? join(directories.logs, 'aggregator-metrics.log');
}
