import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFrontend, createPortalBackend, freePort } from '@gomon/dev-stack';

/** A portal without the servers that it observes. */
export interface BarePortal {
  url: string;
  /** Stops it, and removes what it kept. */
  stop(): Promise<void>;
}

/** How the portal differs from the one that `yarn dev` runs. */
export interface BarePortalOptions {
  /** What to run instead of the portal's own backend: a module below packages/backend. */
  entry?: string;
  /** Laid over what app-config.yaml names: servers that there are after all. */
  env?: NodeJS.ProcessEnv;
}

/** Starts the portal with the addresses of Kafka, VictoriaMetrics and the aggregator, and with nobody who answers there. */
export async function startBarePortal({
  entry,
  env,
}: BarePortalOptions = {}): Promise<BarePortal> {
  const dir = await mkdtemp(join(tmpdir(), 'gomon-browser-'));
  const removeDir = () => rm(dir, { recursive: true, force: true });
  try {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const nobody = `127.0.0.1:${await freePort()}`;
    const settings = {
      ...process.env,
      GOMON_APP_URL: url,
      GOMON_BACKEND_URL: url,
      KAFKA_BROKERS: nobody,
      VICTORIA_METRICS_URL: `http://${nobody}`,
      GOMON_AGGREGATOR_URL: `http://${nobody}`,
      ...env,
    };
    await buildFrontend(settings);
    const backend = createPortalBackend({ dir, port, entry, env: settings });
    await backend.start();
    return {
      url,
      async stop() {
        await backend.stop();
        await removeDir();
      },
    };
  } catch (error) {
    await removeDir();
    throw error;
  }
}
