import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Component } from '../component';
import { freePort } from '../ports';
import { ProcessComponent } from '../processes/processComponent';
import { typescriptProgram } from '../processes/typescriptProgram';
import { findRuby, type Ruby } from '../programs/ruby';

/** How the development shipper is to be run. */
export interface LogShipperOptions {
  /** Holds how far it has come. */
  dir: string;
  logDir?: string;
  /** The log file to follow. */
  logFile: string;
  elasticsearchUrl: string;
  /** Free ports where none are given. */
  filebeatPort?: number;
  logstashPort?: number;
  /** Ruby on PATH or JRuby where none is given. */
  ruby?: Ruby;
  env?: Record<string, string>;
}

/** The development shipper: answers for Filebeat at one address and for Logstash at the other. */
export type LogShipper = Component & {
  readonly filebeatUrl: string;
  readonly logstashUrl: string;
};

/** Prepares the shipper that stands in for Filebeat and Logstash, which the package registries do not have. */
export async function createLogShipper(
  options: LogShipperOptions,
): Promise<LogShipper> {
  const ruby = options.ruby ?? (await findRuby());
  const filebeatPort = options.filebeatPort ?? (await freePort());
  const logstashPort = options.logstashPort ?? (await freePort());
  const filebeatUrl = `http://127.0.0.1:${filebeatPort}`;
  const logstashUrl = `http://127.0.0.1:${logstashPort}`;
  const stateDir = join(options.dir, 'log-shipper');
  const component = new ProcessComponent({
    name: 'log-shipper',
    title: 'The log shipper',
    address: filebeatUrl,
    port: filebeatPort,
    logFile: join(options.logDir ?? options.dir, 'log-shipper.log'),
    async command() {
      await mkdir(stateDir, { recursive: true });
      return {
        ...typescriptProgram('packages/log-shipper/src/main.ts'),
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          ...options.env,
          LOG_FILE: options.logFile,
          SHIPPER_STATE_DIR: stateDir,
          RUBY_COMMAND: JSON.stringify([ruby.file, ...ruby.args]),
          ELASTICSEARCH_URL: options.elasticsearchUrl,
          FILEBEAT_PORT: String(filebeatPort),
          LOGSTASH_API_PORT: String(logstashPort),
        },
      };
    },
    isReady: async () => {
      const look = { signal: AbortSignal.timeout(2_000) };
      return (await fetch(`${filebeatUrl}/stats`, look)).ok;
    },
    readyWithinMs: 60_000,
    stopWithinMs: 15_000,
  });
  return Object.assign(component, { filebeatUrl, logstashUrl });
}
