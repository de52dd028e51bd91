import {
  codeQualityFiles,
  createCodeQuality,
  freePort,
  readSecret,
  stackDirectories,
} from '@gomon/dev-stack';
import { ensureToken } from '../setup/token';
import type { Settings } from '../settings';
import { SonarqubeClient } from './SonarqubeClient';

/** A SonarQube to work with. */
export interface Server {
  url: string;
  /** Who may set gate and project up. */
  admin: SonarqubeClient;
  /** Who analyses and reads; made when it is asked for. */
  token(): Promise<string>;
  /** Ends what was started for this; leaves alone what was running. */
  stop(): Promise<void>;
}

/**
 * The SonarQube of the environment; else that of the development stack, so that the portal shows what was found: the one
 * that runs, or one that is started for this and keeps its data there.
 */
export async function openServer(
  settings: Settings,
  say: (line: string) => void,
): Promise<Server> {
  const { adminPassword, token, tokenFile, url } = settings;
  if (url && token) {
    const admin = new SonarqubeClient(url, { token });
    return { url, admin, token: async () => token, stop: async () => {} };
  }
  if (url && adminPassword && tokenFile) {
    return ofAdmin(url, adminPassword, tokenFile);
  }
  const { logs, state } = stackDirectories();
  const files = codeQualityFiles(state);
  const running = await runningAt(files.address);
  if (running) {
    say(`Using the SonarQube of the development stack at ${running}.`);
    return ofAdmin(
      running,
      (await readSecret(files.adminPassword))!,
      files.token,
    );
  }
  say('Starting PostgreSQL and SonarQube (some minutes) ...');
  const servers = await createCodeQuality({
    dir: state,
    logDir: logs,
    sonarqubePort: await freePort(),
    postgresqlPort: await freePort(),
  });
  await servers.start();
  const own = ofAdmin(
    servers.sonarqube.url,
    (await readSecret(files.adminPassword))!,
    files.token,
  );
  return { ...own, stop: () => servers.stop() };
}

function ofAdmin(url: string, password: string, tokenFile: string): Server {
  const admin = new SonarqubeClient(url, { user: 'admin', password });
  return {
    url,
    admin,
    token: () => ensureToken(admin, tokenFile),
    stop: async () => {},
  };
}

async function runningAt(addressFile: string): Promise<string | undefined> {
  const url = await readSecret(addressFile);
  const answers =
    url &&
    (await fetch(`${url}/api/system/status`).then(
      async answer => ((await answer.json()) as { status: string }).status,
      () => undefined,
    ));
  return answers === 'UP' ? url : undefined;
}
