import { messageOf } from '@gomon/service-kit';
import type { Collection } from '../collect/collect';

/**
 * What collectors found, in one sentence for `--check`.
 * @throws when one of them could read nothing
 */
export function describeReadings(
  scope: string,
  { readings, failures }: Collection,
): string {
  if (failures.length > 0) {
    throw new Error(
      failures
        .map(({ collector, error }) => `${collector}: ${messageOf(error)}`)
        .join('; '),
    );
  }
  const disks = readings.diskStats?.map(({ mountpoint }) => mountpoint) ?? [];
  const networks =
    readings.netStats?.map(({ interfaceName }) => interfaceName) ?? [];
  return `figures of the ${scope}; disks ${
    disks.join(' ') || 'none'
  }; interfaces ${networks.join(' ') || 'none'}`;
}
