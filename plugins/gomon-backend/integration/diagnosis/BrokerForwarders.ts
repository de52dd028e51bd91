import { freePort, KafkaCluster } from '@gomon/dev-stack';
import { Forwarder } from '@gomon/faults';

/** One forwarder in front of each broker, for the aggregator alone. */
export class BrokerForwarders {
  #forwarders: Forwarder[] = [];

  private constructor(
    readonly routes: readonly { broker: number; front: number }[],
  ) {}

  static async open(kafka: KafkaCluster): Promise<BrokerForwarders> {
    const brokers = kafka.brokers
      .split(',')
      .map(address => Number(address.split(':')[1]));
    const routes: { broker: number; front: number }[] = [];
    for (const broker of brokers)
      routes.push({ broker, front: await freePort() });
    const forwarders = new BrokerForwarders(routes);
    await forwarders.open();
    return forwarders;
  }

  async open(): Promise<void> {
    for (const { broker, front } of this.routes) {
      const forwarder = new Forwarder(broker);
      await forwarder.listen(front, '127.0.0.1');
      this.#forwarders.push(forwarder);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#forwarders.map(forwarder => forwarder.close()));
    this.#forwarders = [];
  }
}
