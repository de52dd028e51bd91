/** One node of a KRaft cluster: broker and controller in one process. */
export interface KafkaNodeAddress {
  id: number;
  brokerPort: number;
  controllerPort: number;
}

/** A listener beside the plain one, for tests of encryption and logins. */
export interface KafkaListener {
  /** Upper case; its settings are `listener.name.NAME.*` in lower case. */
  name: string;
  port: number;
  protocol: 'SSL' | 'SASL_PLAINTEXT' | 'SASL_SSL';
}

/** The `server.properties` of one node, for development and tests on one machine. */
export function serverProperties(
  node: KafkaNodeAddress,
  cluster: KafkaNodeAddress[],
  dataDir: string,
  overrides: Record<string, string> = {},
  listeners: KafkaListener[] = [],
): string {
  const also = (text: (listener: KafkaListener) => string) =>
    listeners.map(listener => `,${text(listener)}`).join('');
  const addresses = also(({ name, port }) => `${name}://127.0.0.1:${port}`);
  const protocols = also(({ name, protocol }) => `${name}:${protocol}`);
  const replicas = cluster.length;
  const inSync = Math.max(1, replicas - 1);
  const properties: Record<string, string | number | boolean> = {
    'node.id': node.id,
    'process.roles': 'broker,controller',
    'controller.quorum.voters': cluster
      .map(voter => `${voter.id}@127.0.0.1:${voter.controllerPort}`)
      .join(','),
    listeners: `PLAINTEXT://127.0.0.1:${node.brokerPort},CONTROLLER://127.0.0.1:${node.controllerPort}${addresses}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${node.brokerPort}${addresses}`,
    'listener.security.protocol.map': `PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT${protocols}`,
    'inter.broker.listener.name': 'PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': dataDir,
    'auto.create.topics.enable': false,
    'default.replication.factor': replicas,
    'min.insync.replicas': inSync,
    'offsets.topic.replication.factor': replicas,
    'offsets.topic.num.partitions': 10,
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': inSync,
    'transaction.state.log.num.partitions': 10,
    'share.coordinator.state.topic.replication.factor': replicas,
    'share.coordinator.state.topic.min.isr': inSync,
    'group.initial.rebalance.delay.ms': 0,
    'broker.session.timeout.ms': 6_000,
    'num.network.threads': 2,
    'num.io.threads': 4,
    ...overrides,
  };
  return Object.entries(properties)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}
