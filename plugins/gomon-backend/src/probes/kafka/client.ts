import { guardIdleTimers } from '@gomon/kafkajs-idle';
import { Admin, Kafka, KafkaConfig, logLevel, SASLOptions } from 'kafkajs';
import { KafkaInstance } from '../../config/schema';

/**
 * An admin client for one look. It is closed again after it: a fresh connection shows whether Kafka takes connections.
 */
export function adminFor(instance: KafkaInstance, timeoutMs: number): Admin {
  guardIdleTimers();
  const kafka = new Kafka({
    clientId: 'gomon-portal',
    brokers: instance.brokers,
    ssl: tlsOf(instance),
    sasl: instance.sasl as SASLOptions | undefined,
    connectionTimeout: Math.round(timeoutMs / 2),
    authenticationTimeout: Math.round(timeoutMs / 2),
    requestTimeout: Math.round(timeoutMs / 2),
    enforceRequestTimeout: true,
    // Errors become checks; kafkajs would log every one of them besides.
    logLevel: logLevel.NOTHING,
    // Enough tries that one dead broker of several does not matter.
    retry: { initialRetryTime: 50, maxRetryTime: 200, retries: 3 },
  });
  return kafka.admin();
}

function tlsOf({ tls }: KafkaInstance): KafkaConfig['ssl'] {
  if (typeof tls !== 'object') return tls;
  const { serverName, ...rest } = tls;
  return { ...rest, ...(serverName && { servername: serverName }) };
}
