import type { Systeminformation } from 'systeminformation';
import type { Collector } from '../collector';

interface Source {
  networkStats(
    interfaces: string,
  ): Promise<Systeminformation.NetworkStatsData[]>;
}

/** Counters of network interfaces. */
export function systemNetwork(system: Source, exclude: RegExp): Collector {
  return {
    name: 'network',
    async collect() {
      const found = await system.networkStats('*');
      return {
        netStats: found
          .filter(({ iface }) => iface !== '' && !exclude.test(iface))
          .map(({ iface, rx_bytes: received, tx_bytes: sent }) => ({
            interfaceName: iface,
            ...(Number.isFinite(received) && { bytesReceived: received }),
            ...(Number.isFinite(sent) && { bytesSent: sent }),
          })),
      };
    },
  };
}
