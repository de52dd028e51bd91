import { mkdir } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Component } from '../component';
import { freePort } from '../ports';
import { ProcessComponent } from '../processes/processComponent';
import { withoutRoot } from '../processes/withoutRoot';
import {
  findSonarqube,
  type SonarqubeProgram,
} from '../programs/sonarqubeProgram';
import { changeFirstPassword } from './adminPassword';
import { codeQualityFiles } from './codeQualityFiles';

/** How a SonarQube is to be set up. */
export interface SonarqubeOptions {
  /** Holds data, the administrator's password and, unless told otherwise, the log; state survives a restart. */
  dir: string;
  logDir?: string;
  /** A free port where none is given. */
  port?: number;
  /** Its PostgreSQL. The embedded database is for trying out: it cannot be upgraded. */
  database: {
    port: number;
    name: string;
    user: string;
    password: string;
  };
}

/** A SonarQube on loopback; `url` is its base URL. */
export type Sonarqube = Component & { readonly url: string };

/** Prepares a SonarQube, bound to loopback; fetches it when needed. It never runs as root, and its first password is changed. */
export async function createSonarqube(
  options: SonarqubeOptions,
): Promise<Sonarqube> {
  const { database } = options;
  const program = await findSonarqube();
  const port = options.port ?? (await freePort());
  const searchPort = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const dir = join(options.dir, 'sonarqube');
  const component = new ProcessComponent({
    name: 'sonarqube',
    title: 'SonarQube',
    address: url,
    port,
    portSetting:
      'set SONAR_HOST_URL and SONAR_TOKEN to the SonarQube that is to be used',
    logFile: join(options.logDir ?? options.dir, 'sonarqube.log'),
    async command() {
      const paths: Record<string, string> = {};
      for (const name of ['data', 'logs', 'temp']) {
        paths[`SONAR_PATH_${name.toUpperCase()}`] = join(dir, name);
        await mkdir(join(dir, name), { recursive: true });
      }
      return withoutRoot(
        'SonarQube',
        launch(program, {
          ...paths,
          SONAR_JDBC_URL: `jdbc:postgresql://127.0.0.1:${database.port}/${database.name}`,
          SONAR_JDBC_USERNAME: database.user,
          SONAR_JDBC_PASSWORD: database.password,
          SONAR_WEB_HOST: '127.0.0.1',
          SONAR_WEB_PORT: String(port),
          SONAR_SEARCH_PORT: String(searchPort),
          // Its search asks for more open files and mapped memory than systems allow; one developer needs neither.
          SONAR_ES_BOOTSTRAP_CHECKS_DISABLE: 'true',
          SONAR_SEARCH_JAVAADDITIONALOPTS: '-Dnode.store.allow_mmap=false',
          // Nothing leaves this machine unasked.
          SONAR_TELEMETRY_ENABLE: 'false',
          SONAR_UPDATECENTER_ACTIVATE: 'false',
        }),
      );
    },
    isReady: async () => {
      const look = { signal: AbortSignal.timeout(3_000) };
      const answer = await fetch(`${url}/api/system/status`, look);
      return ((await answer.json()) as { status?: string }).status === 'UP';
    },
    settle: () =>
      changeFirstPassword(url, codeQualityFiles(options.dir).adminPassword),
    readyWithinMs: 900_000,
    stopWithinMs: 60_000,
  });
  return Object.assign(component, { url });
}

function launch(
  { home, java }: SonarqubeProgram,
  settings: Record<string, string>,
) {
  const jar = readdirSync(join(home, 'lib')).find(name =>
    /^sonar-application-.*\.jar$/.test(name),
  )!;
  return {
    file: java,
    args: [
      '-Xms8m',
      '-Xmx32m',
      '--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED',
      '--add-opens=java.base/java.lang=ALL-UNNAMED',
      '--add-opens=java.base/java.nio=ALL-UNNAMED',
      '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
      '--add-opens=java.management/sun.management=ALL-UNNAMED',
      '--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED',
      '-jar',
      join('lib', jar),
    ],
    cwd: home,
    env: { PATH: process.env.PATH, ...settings },
  };
}
