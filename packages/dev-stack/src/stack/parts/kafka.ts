import { join } from 'node:path';
import { createKafka } from '../../kafka/createKafka';
import { ensureTopics, gomonTopics } from '../../kafka/topics';
import { Problem, sentenceOf } from '../../problem';
import type { PreparedPart, StackContext, StackPart } from '../part';

export const kafka: StackPart = {
  name: 'kafka',
  title: 'Kafka',
  portSetting: 'set KAFKA_BROKERS to the Kafka that is to be used',
  portsOf: context =>
    context.env.KAFKA_BROKERS
      ? []
      : context.ports.kafka.slice(0, context.brokers),
  addressOf: context => context.urls.kafka,
  async prepare(context) {
    if (context.env.KAFKA_BROKERS) {
      return runningKafka(context);
    }
    const cluster = await createKafka({
      dir: join(context.directories.state, 'kafka'),
      logDir: context.directories.logs,
      brokers: context.brokers,
      ports: context.ports.kafka,
    });
    return {
      components: cluster.nodes,
      start: () => cluster.start(),
      isWorthShowing: line => /^\S+ (WARN|ERROR|FATAL) /.test(line),
    };
  },
};

function runningKafka({ urls }: StackContext): PreparedPart {
  return {
    components: [],
    external: 'KAFKA_BROKERS',
    async start() {
      try {
        // -1: as many replicas as that Kafka gives to a topic by default.
        await ensureTopics(urls.kafka.split(','), gomonTopics, -1);
      } catch (error) {
        throw new Problem(
          `The Kafka of KAFKA_BROKERS (${
            urls.kafka
          }) does not do what gomon needs (${sentenceOf(
            error,
          )}): check that it runs, or unset KAFKA_BROKERS to have one started.`,
          { cause: error },
        );
      }
    },
  };
}
