import { stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { createLogger, loadSettings, Shutdown } from '@gomon/service-kit';
import { readFilebeatConfig } from './filebeatConfig';
import { BulkWriter } from './output/BulkWriter';
import { settings } from './settings';
import { Shipper } from './Shipper';
import { filebeatStats } from './stats/filebeatStats';
import { logstashStats } from './stats/logstashStats';
import { serveStats } from './stats/serveStats';
import { Registry } from './tail/Registry';
import { Tailer } from './tail/Tailer';

async function main(): Promise<void> {
  const values = loadSettings(settings, process.env);
  const logger = createLogger('log-shipper', 'info');
  const shutdown = new Shutdown(logger, 10_000);
  shutdown.listen();
  const { fields, fingerprint, maxLineBytes } = readFilebeatConfig(
    values.filebeat,
    process.env,
  );
  const deadLetterFile = join(values.stateDir, 'dead-letters.ndjson');
  const client = new Client({
    node: values.elasticsearchUrl,
    requestTimeout: 60_000,
    maxRetries: 0,
  });
  const registry = new Registry(join(values.stateDir, 'registry.json'));
  const tailer = new Tailer({
    path: values.logFile,
    fingerprint,
    maxLineBytes,
    registry,
  });
  const writer = new BulkWriter({
    client,
    alias: values.alias,
    deadLetterFile,
    onTrouble: reason => logger.warn({ reason }, 'documents are sent again'),
  });
  const shipper = new Shipper({
    tailer,
    registry,
    writer,
    filter: {
      ruby: JSON.parse(values.ruby),
      surroundings: values.surroundings,
      script: values.filter,
    },
    fields,
    hostName: hostname(),
    say: message => logger.info(message),
  });
  const uptimeMs = () => Math.round(process.uptime() * 1000);
  const pages = await Promise.all([
    serveStats(values.filebeatPort, '/stats', () =>
      filebeatStats({
        ...shipper.counters,
        uptimeMs: uptimeMs(),
        openFiles: tailer.openFiles,
      }),
    ),
    serveStats(values.logstashPort, '/_node/stats', async () =>
      logstashStats({
        ...shipper.counters,
        uptimeMs: uptimeMs(),
        output: writer.counters,
        running: shipper.filterRuns,
        deadLetterBytes: await sizeOf(deadLetterFile),
      }),
    ),
  ]);
  const running = shipper.run(shutdown.signal);
  shutdown.onStop('client', () => client.close());
  shutdown.onStop('shipper', () => running);
  for (const close of pages) shutdown.onStop('page', close);
  logger.info({ file: values.logFile }, 'following the log');
  await running;
}

async function sizeOf(file: string): Promise<number> {
  const stats = await stat(file).catch(() => undefined);
  return stats?.size ?? 0;
}

main().catch(error => {
  process.stderr.write(`log-shipper: ${error?.stack ?? error}\n`);
  process.exit(1);
});
