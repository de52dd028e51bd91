import type { Readings } from './collector';

/** Memory as every source states it: total, and what a new program could have without swapping. */
export function memoryReadings(
  totalBytes: number,
  availableBytes: number,
): Readings {
  const usedBytes = Math.max(0, totalBytes - availableBytes);
  return {
    memoryTotalBytes: totalBytes,
    memoryAvailableBytes: availableBytes,
    memoryUsedBytes: usedBytes,
    ...(totalBytes > 0 && {
      memoryUsedPercent: (usedBytes / totalBytes) * 100,
    }),
  };
}
