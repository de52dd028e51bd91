import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { Problem } from './problem';
import { describeOwnerOf } from './processes/portOwner';

// Below the range that systems hand out to outgoing connections (Linux from
// 32768, macOS from 49152): a port found free here stays free until it is used.
const LOWEST = 18_000;
const HIGHEST = 31_999;

const handedOut = new Set<number>();

/** True when nothing listens on the port of the loopback interface. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/** A free port of the loopback interface, never the same one twice in a process. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = randomInt(LOWEST, HIGHEST);
    if (!handedOut.has(port) && (await isPortFree(port))) {
      handedOut.add(port);
      return port;
    }
  }
  throw new Problem(
    `No free port was found between ${LOWEST} and ${HIGHEST} on 127.0.0.1: stop some of the servers that run on this machine.`,
  );
}

/**
 * Rejects with one sentence when the port is taken.
 *
 * @param setting - what to do instead of freeing the port
 */
export async function requireFreePort(
  thing: string,
  port: number,
  setting?: string,
): Promise<void> {
  if (await isPortFree(port)) {
    return;
  }
  const owner = await describeOwnerOf(port);
  const instead = setting ? `, or ${setting}` : '';
  throw new Problem(
    `${thing} cannot start: port ${port} of 127.0.0.1 is taken by ${owner}: stop that${instead}.`,
  );
}

/** True when something accepts a connection at the address. */
export function acceptsConnections(
  port: number,
  host = '127.0.0.1',
): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port, timeout: 1_000 });
    const answer = (accepted: boolean) => {
      socket.destroy();
      resolve(accepted);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('timeout', () => answer(false));
  });
}
