import { createKafka, freePort } from '@gomon/dev-stack';
import { join } from 'node:path';
import { Forwarder } from '../network/forwarder';
import { NameServer } from '../network/nameServer';
import { Servers, usingKafka } from '../stage/servers';
import { pause } from '../stage/waitFor';
import { defineFault, Fault } from './fault';
import { untilNotReady, untilReady } from './readiness';

const NAME = 'broker.gomon.test';
const OLD_ADDRESS = '127.0.0.2';
const NEW_ADDRESS = '127.0.0.3';
const number = 17;
const title =
  "a broker's name no longer resolves, and comes back with another address";

/** A Kafka that tells the aggregator its name, which a name server of the test's own resolves. */
export const brokerMoves: Fault = {
  number,
  title,
  async run(servers: Servers) {
    const [port, controller, behind, named] = [
      await freePort(),
      await freePort(),
      await freePort(),
      await freePort(),
    ];
    const kafka = await createKafka({
      dir: join(servers.dir, `named-${Date.now()}`),
      ports: [port],
      topics: [],
      properties: {
        'controller.quorum.voters': `0@127.0.0.1:${controller}`,
        listeners: `PLAINTEXT://127.0.0.1:${port},NAMED://127.0.0.1:${behind},CONTROLLER://127.0.0.1:${controller}`,
        'advertised.listeners': `PLAINTEXT://127.0.0.1:${port},NAMED://${NAME}:${named}`,
        'listener.security.protocol.map':
          'PLAINTEXT:PLAINTEXT,NAMED:PLAINTEXT,CONTROLLER:PLAINTEXT',
      },
    });
    const names = await NameServer.start(NAME);
    const old = new Forwarder(behind);
    const moved = new Forwarder(behind);
    try {
      await kafka.start();
      await old.listen(named, OLD_ADDRESS);
      names.address = OLD_ADDRESS;
      const own = await usingKafka(servers, kafka);
      const fault = defineFault(
        number,
        title,
        {
          env: {
            KAFKA_BROKERS: `${NAME}:${named}`,
            KAFKA_DNS_SERVERS: names.endpoint,
          },
        },
        async ({ aggregator, note, repaired }) => {
          names.address = undefined;
          await old.close();
          note(await untilNotReady(aggregator, 'KAFKA_UNREACHABLE'));
          await pause(5_000);
          await moved.listen(named, NEW_ADDRESS);
          names.address = NEW_ADDRESS;
          repaired();
          note(await untilReady(aggregator));
        },
      );
      try {
        return await fault.run(own);
      } finally {
        await own.admin.disconnect();
      }
    } finally {
      names.stop();
      await Promise.all([old.close(), moved.close(), kafka.kill()]);
    }
  },
};
