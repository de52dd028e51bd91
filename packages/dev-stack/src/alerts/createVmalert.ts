import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Component } from '../component';
import { freePort } from '../ports';
import { ProcessComponent } from '../processes/processComponent';
import { findVmalert } from '../programs/victoriaMetricsProgram';

/** How a vmalert is to be run. */
export interface VmalertOptions {
  dir: string;
  logDir?: string;
  /** A free port where none is given. */
  port?: number;
  /** Base URL of the VictoriaMetrics that is asked, and that keeps what fires. */
  victoriaMetricsUrl: string;
  /** The rule file. */
  rules: string;
}

/** Evaluates alert rules; `url` serves /api/v1/alerts as Prometheus does. */
export type Vmalert = Component & { readonly url: string };

/** Prepares a vmalert that tells nobody: who wants to know what fires asks it. */
export async function createVmalert(options: VmalertOptions): Promise<Vmalert> {
  const file = await findVmalert();
  const port = options.port ?? (await freePort());
  const address = `127.0.0.1:${port}`;
  const url = `http://${address}`;
  const notifiers = join(options.dir, 'vmalert-notifiers.yaml');
  const args = [
    `-httpListenAddr=${address}`,
    `-rule=${options.rules}`,
    `-datasource.url=${options.victoriaMetricsUrl}`,
    // What was pending or firing goes on after a restart.
    `-remoteWrite.url=${options.victoriaMetricsUrl}`,
    `-remoteRead.url=${options.victoriaMetricsUrl}`,
    `-notifier.config=${notifiers}`,
  ];
  const component = new ProcessComponent({
    name: 'vmalert',
    title: 'vmalert',
    address: url,
    port,
    portSetting: 'move the whole stack by --port-offset',
    logFile: join(options.logDir ?? options.dir, 'vmalert.log'),
    async command() {
      await mkdir(options.dir, { recursive: true });
      // It does not start without a notifier; a list of none is one.
      await writeFile(notifiers, '{}\n');
      return { file, args };
    },
    isReady: async () => {
      const look = { signal: AbortSignal.timeout(2_000) };
      return (await fetch(`${url}/api/v1/rules`, look)).ok;
    },
    readyWithinMs: 30_000,
    stopWithinMs: 15_000,
  });
  return Object.assign(component, { url });
}
