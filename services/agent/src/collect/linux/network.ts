import type { NetworkUsage } from '@gomon/wire';
import type { Collector } from '../collector';
import { ProcFiles, readProc } from './procFiles';

/** Counters of network interfaces from /proc/net/dev. */
export function linuxNetwork(
  { netDev }: Pick<ProcFiles, 'netDev'>,
  exclude: RegExp,
): Collector {
  return {
    name: 'network',
    collect: async () => ({
      netStats: parseNetDev(readProc(netDev)).filter(
        ({ interfaceName }) => !exclude.test(interfaceName),
      ),
    }),
  };
}

const RECEIVED_BYTES = 0;
const SENT_BYTES = 8;

/** Reads `name: received-bytes ... sent-bytes ...`; a name may hold a colon (`eth0:1`), the figures may follow at once. */
export function parseNetDev(text: string): NetworkUsage[] {
  const found: NetworkUsage[] = [];
  for (const line of text.split('\n')) {
    const match = /^ *(\S+): *([\d ]+)$/.exec(line.trimEnd());
    if (!match) continue;
    const fields = match[2].split(/ +/).map(Number);
    if (fields.length <= SENT_BYTES) continue;
    found.push({
      interfaceName: match[1],
      bytesReceived: fields[RECEIVED_BYTES],
      bytesSent: fields[SENT_BYTES],
    });
  }
  return found;
}
