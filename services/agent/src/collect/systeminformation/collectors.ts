import type { Collector } from '../collector';
import { systemCpu } from './cpu';
import { systemDisks } from './disks';
import { systemMemory } from './memory';
import { systemNetwork } from './network';

/** What is to be left out. */
export interface SystemFilter {
  mountpoints: RegExp;
  fsTypes: RegExp;
  sources: RegExp;
  interfaces: RegExp;
}

/**
 * Collectors by systeminformation, for macOS and Windows. On Linux /proc is read instead, since this library starts
 * programs at each look and cannot be pointed at a host's /proc.
 */
export function systemCollectors(filter: SystemFilter): Collector[] {
  // Loaded only where it is used: it is the largest part of the bundle.
  // eslint-disable-next-line @typescript-eslint/no-require-imports, global-require
  const system: typeof import('systeminformation') = require('systeminformation');
  return [
    systemCpu(system),
    systemMemory(system),
    systemDisks(system, filter),
    systemNetwork(system, filter.interfaces),
  ];
}
