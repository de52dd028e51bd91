import { Metric } from '@gomon/wire';

/** A fleet whose every figure follows from host and sequence alone, so that nothing need be remembered. */
export interface FleetModel {
  /** Begins the name of each host. */
  readonly prefix: string;
  readonly hosts: number;
  /** Collection time of sequence 0, in Unix milliseconds. */
  readonly startMs: number;
  readonly stepMs: number;
}

/** Samples that VictoriaMetrics gets from one message of the model. */
export const SERIES_PER_MESSAGE = 16;

const MOUNTPOINTS = ['/', '/var', '/home'];
const INTERFACES = ['eth0', 'eth1', 'lo'];
const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

/** The name of a host. */
export function hostName(model: FleetModel, host: number): string {
  return `${model.prefix}-${host}`;
}

/** When a message's figures were collected. */
export function collectedAtMs(model: FleetModel, sequence: number): number {
  return model.startMs + sequence * model.stepMs;
}

/** The message of a host at a place in its sequence. */
export function messageOf(
  model: FleetModel,
  host: number,
  sequence: number,
): Metric {
  const seed = host * 31 + sequence;
  return {
    hostname: hostName(model, host),
    timestamp: '',
    // Figures that single precision holds exactly.
    cpuUsagePercent: (seed % 400) / 4,
    memoryUsedPercent: (seed % 200) / 2,
    diskStats: MOUNTPOINTS.map((mountpoint, i) => ({
      mountpoint,
      usedPercent: ((seed + i) % 100) / 2,
      totalBytes: 100 * GIB,
      usedBytes: ((seed + i) % 100) * GIB,
    })),
    netStats: INTERFACES.map((interfaceName, i) => ({
      interfaceName,
      bytesSent: (sequence + i) * MIB,
      bytesReceived: (sequence + 2 * i) * MIB,
    })),
    sequence,
    agentBootId: `boot-${model.prefix}`,
    intervalMs: model.stepMs,
    collectedAtMs: collectedAtMs(model, sequence),
    scope: 'host',
  };
}
