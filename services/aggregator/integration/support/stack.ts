import {
  createKafka,
  createService,
  createVictoriaMetrics,
  freePort,
  KafkaCluster,
  KafkaOptions,
  Service,
  VictoriaMetrics,
} from '@gomon/dev-stack';
import { mkdir, mkdtemp, readFile, rm } from 'fs/promises';
import { Admin, Kafka, logLevel } from 'kafkajs';
import { tmpdir } from 'os';
import { join } from 'path';

/** Fast enough for tests, and slower than VictoriaMetrics writes to disk. */
export const TEST_WINDOW_MS = 12_000;

/** Real servers for one test file, in a folder of their own. */
export interface Stack {
  readonly dir: string;
  readonly kafka: KafkaCluster;
  readonly database: VictoriaMetrics;
  readonly client: Kafka;
  readonly admin: Admin;
  /** Prepares an aggregator; every setting may be overridden. */
  aggregator(env?: Record<string, string>): Promise<Service>;
  /** Stops everything, aggregators included. */
  end(): Promise<void>;
}

/** Brings up a Kafka and a VictoriaMetrics. */
export async function startStack(
  options: Omit<KafkaOptions, 'dir'> & { databaseFlags?: string[] } = {},
): Promise<Stack> {
  const { databaseFlags, ...kafkaOptions } = options;
  const dir = await mkdtemp(join(tmpdir(), 'gomon-aggregator-'));
  const kafka = await createKafka({ dir, ...kafkaOptions });
  const database = await createVictoriaMetrics({ dir, flags: databaseFlags });
  await Promise.all([kafka.start(), database.start()]);
  const client = new Kafka({
    clientId: 'gomon-test',
    brokers: kafka.brokers.split(','),
    logLevel: logLevel.NOTHING,
  });
  const admin = client.admin();
  await admin.connect();
  const services: Service[] = [];

  return {
    dir,
    kafka,
    database,
    client,
    admin,
    async aggregator(env = {}) {
      const port = await freePort();
      const own = join(dir, `aggregator-${services.length}`);
      await mkdir(own);
      const service = createService({
        name: 'aggregator',
        dir: own,
        env: {
          KAFKA_BROKERS: kafka.brokers,
          VICTORIA_METRICS_URL: database.url,
          DURABILITY_WINDOW_MS: String(TEST_WINDOW_MS),
          COMMIT_INTERVAL_MS: '500',
          KAFKA_SESSION_TIMEOUT_MS: '8000',
          METRICS_PORT: String(port),
          METRICS_HOST: '127.0.0.1',
          LOG_FILE: join(own, 'metrics.log'),
          ...env,
        },
      });
      services.push(service);
      return service;
    },
    async end() {
      await Promise.all(services.map(service => service.stop()));
      await admin.disconnect().catch(() => undefined);
      await Promise.all([kafka.kill(), database.kill()]);
      if (!process.env.GOMON_KEEP) await rm(dir, { recursive: true });
    },
  };
}

/** The end of what a service printed, for the message of a failing test. */
export async function logOf(service: Service): Promise<string> {
  return (await readFile(service.logFile, 'utf8')).slice(-4_000);
}
