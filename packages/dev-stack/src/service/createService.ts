import { join } from 'node:path';
import type { Component } from '../component';
import { ProcessComponent } from '../processes/processComponent';
import { NODE_FLAGS } from './nodeFlags';
import { serviceProgram } from './program';

const DEFAULT_PORTS = { agent: 2112, aggregator: 2113 };

/** How one of gomon's own services is to be run. */
export interface ServiceOptions {
  name: 'agent' | 'aggregator';
  /** The whole environment of the process; only PATH and HOME are added. */
  env: Record<string, string>;
  /** Holds the log; also the working folder. */
  dir: string;
  /** What counts as started: alive (default), or able to do its job. */
  readyPath?: '/health' | '/ready';
  readyWithinMs?: number;
}

/** One of gomon's own services; `port` serves /health, /ready and /metrics. */
export type Service = Component & { readonly port: number };

/** Prepares the agent or the aggregator, built anew when its sources changed. */
export function createService(options: ServiceOptions): Service {
  const { name, env, dir } = options;
  const port = Number(env.METRICS_PORT ?? DEFAULT_PORTS[name]);
  const address = `http://127.0.0.1:${port}`;
  const look = `${address}${options.readyPath ?? '/health'}`;
  const component = new ProcessComponent({
    name,
    title: `The ${name}`,
    address,
    port,
    portSetting: 'set METRICS_PORT to another one',
    logFile: join(dir, `${name}.log`),
    command: async () => {
      const program = await serviceProgram(name);
      const { PATH, HOME } = process.env;
      return {
        file: process.execPath,
        args: [...NODE_FLAGS[name], program.file],
        env: { PATH, HOME, ...program.env, ...env },
        cwd: dir,
      };
    },
    isReady: async () =>
      (await fetch(look, { signal: AbortSignal.timeout(2_000) })).ok,
    readyWithinMs: options.readyWithinMs ?? 30_000,
    stopWithinMs: 20_000,
  });
  return Object.assign(component, { port });
}
