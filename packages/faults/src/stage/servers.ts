import {
  createKafka,
  createVictoriaMetrics,
  KafkaCluster,
  VictoriaMetrics,
} from '@gomon/dev-stack';
import { Admin, Kafka, logLevel } from 'kafkajs';
import { FaultProxy } from '../proxy/faultProxy';

/** The real servers that faults are tried on. */
export interface Servers {
  readonly dir: string;
  readonly kafka: KafkaCluster;
  readonly database: VictoriaMetrics;
  /** In front of the database, to misbehave in its place. */
  readonly proxy: FaultProxy;
  readonly client: Kafka;
  readonly admin: Admin;
  end(): Promise<void>;
}

/** Brings up a Kafka of one or three nodes, a VictoriaMetrics, and a proxy before it. */
export async function startServers(
  dir: string,
  brokers: 1 | 3,
): Promise<Servers> {
  const kafka = await createKafka({
    dir,
    brokers,
    topics: [],
    properties: {
      'broker.session.timeout.ms': '6000',
      'group.min.session.timeout.ms': '6000',
    },
  });
  const database = await createVictoriaMetrics({
    dir,
    // Exports look at many series and samples of one fleet at once.
    flags: ['-search.maxExportSeries=1000000'],
  });
  await Promise.all([kafka.start(), database.start()]);
  const proxy = await FaultProxy.start(database.url);
  const client = clientOf(kafka);
  const admin = client.admin();
  await admin.connect();
  return {
    dir,
    kafka,
    database,
    proxy,
    client,
    admin,
    async end() {
      await admin.disconnect().catch(() => undefined);
      await proxy.stop();
      await Promise.all([kafka.kill(), database.kill()]);
    },
  };
}

/** The same servers with another Kafka in place of theirs. */
export async function usingKafka(
  servers: Servers,
  kafka: KafkaCluster,
): Promise<Servers> {
  const client = clientOf(kafka);
  const admin = client.admin();
  await admin.connect();
  return { ...servers, kafka, client, admin };
}

function clientOf(kafka: KafkaCluster): Kafka {
  return new Kafka({
    clientId: 'gomon-faults',
    brokers: kafka.brokers.split(','),
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    logLevel: logLevel.NOTHING,
  });
}
