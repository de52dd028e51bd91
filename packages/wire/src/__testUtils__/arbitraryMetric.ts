import fc from 'fast-check';
import { Metric } from '../metric';

const uint64 = fc.oneof(
  fc.constant(0),
  fc.nat(),
  fc.maxSafeNat(),
  fc.constant(2 ** 60),
);
const safe = fc.oneof(fc.constant(0), fc.maxSafeNat());
const float = fc.float();
const name = fc.string({ unit: 'grapheme', maxLength: 40 });

/** Any field may be absent: `requiredKeys` names those that a Metric always has. */
export const arbitraryMetric: fc.Arbitrary<Metric> = fc.record(
  {
    hostname: name,
    timestamp: fc.nat().map(seconds => String(seconds + 1)),
    cpuUsagePercent: float,
    memoryUsedPercent: float,
    memoryTotalGb: uint64,
    memoryUsedGb: uint64,
    memoryFreeMib: uint64,
    diskStats: fc.array(
      fc.record(
        {
          mountpoint: name,
          usedPercent: float,
          totalBytes: uint64,
          usedBytes: uint64,
        },
        { requiredKeys: ['mountpoint'] },
      ),
      { maxLength: 5 },
    ),
    netStats: fc.array(
      fc.record(
        { interfaceName: name, bytesSent: uint64, bytesReceived: uint64 },
        { requiredKeys: ['interfaceName'] },
      ),
      { maxLength: 5 },
    ),
    correlationId: name,
    traceStartTime: name,
    kafkaPublishTime: name,
    aggregatorReceivedTime: name,
    vmPublishTime: name,
    sequence: safe,
    agentBootId: name,
    intervalMs: fc.nat({ max: 2 ** 32 - 1 }),
    collectedAtMs: safe,
    scope: name,
    memoryTotalBytes: uint64,
    memoryAvailableBytes: uint64,
    memoryUsedBytes: uint64,
  },
  { requiredKeys: ['hostname', 'timestamp', 'diskStats', 'netStats'] },
);
