import { cp, mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Component } from '../component';
import { freePort } from '../ports';
import { ProcessComponent } from '../processes/processComponent';
import type { Command } from '../processes/spawnGuarded';
import {
  ELASTICSEARCH_CHOICES,
  findElasticsearch,
} from '../programs/elasticsearchProgram';
import { findJava } from '../programs/java';
import { javaHome } from './javaHome';
import { withoutRoot } from '../processes/withoutRoot';

// Half the processor time to start and half the memory; searches of a development machine are quick all the same.
const QUICK_START = '-XX:TieredStopAtLevel=1 -XX:-AlwaysPreTouch';

/** How an Elasticsearch is to be set up. */
export interface ElasticsearchOptions {
  /** Holds data, configuration and, unless told otherwise, the log; state survives a restart. */
  dir: string;
  logDir?: string;
  /** A free port where none is given. */
  port?: number;
  /** Default 512. */
  heapMb?: number;
  /** Added to the settings that gomon always makes. */
  settings?: Record<string, string>;
}

/** A single-node Elasticsearch without security; `url` is its base URL. */
export type Elasticsearch = Component & {
  readonly url: string;
  /** Whether it has a lifecycle engine; the build of the Maven registry has none. */
  readonly hasLifecycle: boolean;
};

/** Prepares an Elasticsearch, bound to loopback; fetches it when needed. */
export async function createElasticsearch(
  options: ElasticsearchOptions,
): Promise<Elasticsearch> {
  const home = await findElasticsearch();
  const java = await javaHome(
    await findJava('Elasticsearch', ELASTICSEARCH_CHOICES),
  );
  const port = options.port ?? (await freePort());
  const transportPort = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const dir = join(options.dir, 'elasticsearch');
  const component = new ProcessComponent({
    name: 'elasticsearch',
    title: 'Elasticsearch',
    address: url,
    port,
    portSetting:
      'set ELASTICSEARCH_URL to the Elasticsearch that is to be used',
    logFile: join(options.logDir ?? options.dir, 'elasticsearch.log'),
    async command() {
      await prepareFolders(dir, home);
      const settings = {
        'path.data': join(dir, 'data'),
        'path.logs': join(dir, 'logs'),
        'cluster.name': 'gomon',
        'discovery.type': 'single-node',
        'http.host': '127.0.0.1',
        'http.port': String(port),
        'transport.host': '127.0.0.1',
        'transport.port': String(transportPort),
        'xpack.security.enabled': 'false',
        // A developer's disk is often nearly full; that is no reason to refuse documents here.
        'cluster.routing.allocation.disk.threshold_enabled': 'false',
        ...options.settings,
      };
      return withoutRoot(
        'Elasticsearch',
        launch(home, dir, java, settings, options.heapMb ?? 512),
      );
    },
    isReady: async () => {
      // `GET /` is not answered by the build of the registry.
      const look = `${url}/_cluster/health?wait_for_status=yellow&timeout=1s`;
      return (await fetch(look, { signal: AbortSignal.timeout(3_000) })).ok;
    },
    readyWithinMs: 180_000,
    stopWithinMs: 30_000,
  });
  const hasLifecycle = existsSync(join(home, 'modules', 'x-pack-ilm'));
  return Object.assign(component, { url, hasLifecycle });
}

function launch(
  home: string,
  dir: string,
  java: string,
  settings: Record<string, string>,
  heapMb: number,
): Command {
  return {
    file: '/bin/bash',
    args: [
      join(home, 'bin', 'elasticsearch'),
      ...Object.entries(settings).flatMap(([name, value]) => [
        '-E',
        `${name}=${value}`,
      ]),
    ],
    cwd: dir,
    env: {
      PATH: process.env.PATH,
      ES_PATH_CONF: join(dir, 'config'),
      ES_JAVA_HOME: java,
      ES_JAVA_OPTS: `-Xms${heapMb}m -Xmx${heapMb}m ${QUICK_START}`,
      ES_TMPDIR: join(dir, 'tmp'),
    },
  };
}

/** Elasticsearch writes into its configuration folder: every server has one of its own. */
async function prepareFolders(dir: string, home: string): Promise<void> {
  for (const name of ['data', 'logs', 'tmp']) {
    await mkdir(join(dir, name), { recursive: true });
  }
  const config = join(dir, 'config');
  if (!existsSync(config)) {
    await cp(join(home, 'config'), config, { recursive: true });
  }
}
