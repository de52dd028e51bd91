import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Component } from '../component';
import { ProcessComponent } from '../processes/processComponent';
import { backstageCli } from './backstageCli';
import { unwatchedBackend } from './unwatchedBackend';

/** Where the portal's backend runs. */
export interface PortalBackendOptions {
  /** Its database is kept below. */
  dir: string;
  logDir?: string;
  port: number;
  /** Its address in sentences; `http://127.0.0.1:PORT` where absent. */
  address?: string;
  /** What to run instead of the portal's own backend: a module below packages/backend. */
  entry?: string;
  /** Start it anew whenever a source changes: for development, never for a test. */
  watch?: boolean;
  /** What app-config.yaml names, and what is laid over it. */
  env: NodeJS.ProcessEnv;
}

/** The portal's backend, as `yarn dev` runs it. */
export function createPortalBackend(options: PortalBackendOptions): Component {
  const { dir, port } = options;
  const url = `http://127.0.0.1:${port}`;
  return new ProcessComponent({
    name: 'backend',
    title: "The portal's backend",
    address: options.address ?? url,
    port,
    logFile: join(options.logDir ?? dir, 'backend.log'),
    async command() {
      const state = join(dir, 'portal');
      await mkdir(state, { recursive: true });
      const env: NodeJS.ProcessEnv = {
        ...options.env,
        NODE_ENV: 'development',
        GOMON_BACKEND_PORT: String(port),
        GOMON_PORTAL_STATE: state,
        NO_UPDATE_NOTIFIER: '1',
      };
      return options.watch
        ? backstageCli('backend', ['start'], env)
        : unwatchedBackend(env, options.entry);
    },
    isReady: async () => {
      const look = `${url}/.backstage/health/v1/readiness`;
      return (await fetch(look, { signal: AbortSignal.timeout(5_000) })).ok;
    },
    readyWithinMs: 240_000,
    stopWithinMs: 15_000,
  });
}
