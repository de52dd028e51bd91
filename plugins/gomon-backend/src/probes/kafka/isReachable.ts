import { connect } from 'node:net';

/** Whether something takes a TCP connection there. The controller notices a dead broker only after its session timeout. */
export function isReachable(
  { host, port }: { host: string; port: number },
  timeoutMs: number,
): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port, timeout: timeoutMs });
    const answer = (reachable: boolean) => {
      socket.destroy();
      resolve(reachable);
    };
    socket.once('connect', () => answer(true));
    socket.once('timeout', () => answer(false));
    socket.once('error', () => answer(false));
  });
}
