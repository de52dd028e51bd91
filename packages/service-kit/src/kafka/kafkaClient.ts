import { randomInt } from 'node:crypto';
// Declared, other than in the plugins: what esbuild bundles is installed by what is declared, and nothing inlines it.
// eslint-disable-next-line @backstage/no-undeclared-imports
import { guardIdleTimers } from '@gomon/kafkajs-idle';
import { Kafka, KafkaConfig } from 'kafkajs';
import { Logger } from '../logger';
import { kafkaLogCreator, kafkaLogLevel } from './kafkaLogging';
import { KafkaValues } from './kafkaSettings';
import { saslOptions } from './sasl';
import { createSocketFactory } from './sockets';

/** What a client is made of. */
export interface KafkaClientOptions {
  settings: KafkaValues;
  /** Shown in the brokers' logs and quotas. */
  clientId: string;
  logger: Logger;
  /** How often and how long requests are repeated; each producer and consumer may say otherwise. */
  retry?: KafkaConfig['retry'];
  /** Called when a connection that was open is closed, by whomever. */
  onDisconnect?: () => void;
  /** In place of the settings', for tokens that a service makes itself. */
  sasl?: KafkaConfig['sasl'];
}

/** A client of Kafka by the service's settings. Codecs other than gzip are registered by whoever reads them. */
export function createKafkaClient(options: KafkaClientOptions): Kafka {
  guardIdleTimers();
  const { settings, clientId, logger, retry } = options;
  return new Kafka({
    clientId,
    brokers: () => fromAnyOn(settings.brokers),
    ssl: settings.tls,
    sasl: options.sasl ?? saslOptions(settings),
    socketFactory: createSocketFactory(settings, options.onDisconnect),
    connectionTimeout: settings.connectionTimeoutMs,
    requestTimeout: settings.requestTimeoutMs,
    retry,
    logLevel: kafkaLogLevel(logger),
    logCreator: kafkaLogCreator(logger),
  });
}

/**
 * The brokers, beginning with any of them. kafkajs starts each client with the first, and tries another only when a
 * connection is refused: behind a proxy, which takes connections for a dead broker and closes them, it would not get on.
 */
export function fromAnyOn(brokers: readonly string[]): string[] {
  const start = randomInt(brokers.length);
  return [...brokers.slice(start), ...brokers.slice(0, start)];
}
