import { join } from 'node:path';
import type { Component } from '../component';
import { ProcessComponent } from '../processes/processComponent';

/** Whose cluster is shown, and to whom. */
export interface ReadOnlyProxyOptions {
  kubectl: string;
  /** File for KUBECONFIG; kubectl's own where absent. */
  kubeconfig?: string;
  /** The current one where absent. */
  context?: string;
  /** Who asks, such as `system:serviceaccount:monitoring:portal`; the user of the context where absent. */
  as?: string;
  port: number;
  logDir: string;
}

/** What is not shown to whoever asks on loopback: secrets, and ways into containers. */
const HIDDEN = [
  '^/api/v1/(namespaces/[^/]+/)?secrets',
  '^/api/v1/namespaces/[^/]+/(pods|services)/[^/]+/(exec|attach|portforward|proxy)',
  '^/api/v1/nodes/[^/]+/proxy',
];

/**
 * Lets the portal read a cluster by whatever credentials kubectl has: client certificates, tokens, programs of a cloud. The
 * portal gets none of them, nothing can be changed through it, and no secret is read.
 */
export function createReadOnlyProxy(options: ReadOnlyProxyOptions): Component {
  const { as, context, kubeconfig, kubectl, logDir, port } = options;
  const url = `http://127.0.0.1:${port}`;
  return new ProcessComponent({
    name: 'kubernetes-proxy',
    title: 'The way to the Kubernetes API',
    address: url,
    port,
    logFile: join(logDir, 'kubernetes-proxy.log'),
    async command() {
      return {
        file: kubectl,
        args: [
          'proxy',
          `--port=${port}`,
          '--reject-methods=^(POST|PUT|PATCH|DELETE)$',
          `--reject-paths=${HIDDEN.join(',')}`,
          ...(context ? [`--context=${context}`] : []),
          ...(as ? [`--as=${as}`] : []),
        ],
        env: {
          ...process.env,
          ...(kubeconfig && { KUBECONFIG: kubeconfig }),
        },
      };
    },
    isReady: async () => (await fetch(`${url}/version`)).ok,
    readyWithinMs: 30_000,
    stopWithinMs: 5_000,
  });
}
