import {
  checkKafkaTopic,
  createKafkaClient,
  Logger,
  Readiness,
  Tracing,
} from '@gomon/service-kit';
import type { AgentValues } from '../agentSettings';
import { KafkaSender, SHORT_RETRY } from './kafkaSender';
import { KafkaWatch } from './kafkaWatch';

/** The agent's way to Kafka, and the eye that is kept on it. Connects in the background. */
export function connectKafka(
  settings: AgentValues,
  hostname: string,
  logger: Logger,
  readiness: Readiness,
  tracing?: Tracing,
): { sender: KafkaSender; watch: KafkaWatch } {
  const clientId = `gomon-agent-${hostname}`;
  const looking = createKafkaClient({
    settings,
    clientId: `${clientId}-check`,
    logger,
    retry: { retries: 0 },
  });
  const watch = new KafkaWatch(readiness, () =>
    checkKafkaTopic(looking, settings.topic),
  );
  const kafka = createKafkaClient({
    settings,
    clientId,
    logger,
    retry: SHORT_RETRY,
    onDisconnect: () => watch.connectionClosed(),
  });
  return { sender: new KafkaSender(kafka, settings, hostname, tracing), watch };
}
