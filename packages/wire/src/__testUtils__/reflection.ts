import { join } from 'node:path';
import { loadSync, Type } from 'protobufjs';
import { Metric } from '../metric';

/** The message as protobufjs reads it from metrics.proto: what every other program sees. */
export const metricType: Type = loadSync(
  join(__dirname, '..', '..', 'metrics.proto'),
).lookupType('gomon.Metric');

/** A Metric in the names of metrics.proto, which keeps the Go agents' misleading ones. */
export function toReflected(metric: Metric): Record<string, unknown> {
  const { memoryFreeMib, diskStats, netStats, ...rest } = metric;
  return withoutAbsent({
    ...rest,
    memoryFreeGb: memoryFreeMib,
    diskStats: diskStats.map(({ totalBytes, usedBytes, ...disk }) =>
      withoutAbsent({ ...disk, totalGb: totalBytes, usedGb: usedBytes }),
    ),
    netStats,
  });
}

function withoutAbsent(fields: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
}
