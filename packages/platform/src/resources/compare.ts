import { quantity } from '../manifests/quantity';
import type { CgroupReading } from './reading';

/** What a manifest allows a container. */
export interface Limits {
  memory: string;
  cpu: string;
}

/** What does not agree between the kernel and the manifest; nothing when all does. */
export function mismatches(reading: CgroupReading, limits: Limits): string[] {
  const found: string[] = [];
  const memory = quantity(limits.memory);
  // The kernel counts pages: it rounds down to one.
  if (
    reading.memoryLimitBytes === undefined ||
    Math.abs(reading.memoryLimitBytes - memory) >= 4_096
  ) {
    found.push(
      `memory is limited to ${
        reading.memoryLimitBytes ?? 'nothing'
      }, the manifest says ${limits.memory}`,
    );
  }
  const cpu = quantity(limits.cpu);
  if (
    reading.cpuLimitCores === undefined ||
    Math.abs(reading.cpuLimitCores - cpu) > 0.001
  ) {
    found.push(
      `CPU is limited to ${
        reading.cpuLimitCores ?? 'nothing'
      }, the manifest says ${limits.cpu}`,
    );
  }
  return found;
}
