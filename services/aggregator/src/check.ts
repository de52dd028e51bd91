import {
  checkKafkaTopic,
  ConnectionCheck,
  createKafkaClient,
  createLogger,
} from '@gomon/service-kit';
import { deadLetterTopic } from '@gomon/wire';
import { constants } from 'fs';
import { access } from 'fs/promises';
import { dirname } from 'path';
import { databaseSecrets } from './app/databaseSecrets';
import { databaseAddresses } from './database/addresses';
import { describeAttempt, judge } from './database/attempt';
import { DatabaseClient } from './database/databaseClient';
import { parseDatabaseMetrics } from './database/databaseMetrics';
import { AggregatorValues } from './settings';

const IMPORT_TIMEOUT_MS = 10_000;

/** What `--check` tries: every connection that the aggregator will need. */
export function connectionChecks(
  settings: AggregatorValues,
): ConnectionCheck[] {
  const logger = createLogger('gomon-aggregator', 'error');
  const kafka = createKafkaClient({
    settings,
    clientId: 'gomon-aggregator-check',
    logger,
    retry: { retries: 1 },
  });
  const letters = settings.deadLetterTopic ?? deadLetterTopic(settings.topic);
  return [
    { name: 'Kafka', run: () => checkKafkaTopic(kafka, settings.topic) },
    { name: 'dead letters', run: () => checkKafkaTopic(kafka, letters) },
    { name: 'VictoriaMetrics', run: () => checkDatabase(settings) },
    { name: 'metric log', run: () => checkLog(settings.logFile) },
  ];
}

async function checkDatabase(settings: AggregatorValues): Promise<string> {
  const addresses = databaseAddresses(
    settings.victoriaMetricsUrl,
    settings.storageUrls,
  );
  const client = new DatabaseClient(
    addresses,
    databaseSecrets(settings, addresses),
  );
  const { signal } = new AbortController();
  try {
    // An import of nothing: answered like any other, and stores nothing.
    const attempt = await client.import('', IMPORT_TIMEOUT_MS, signal);
    if (judge(attempt) !== 'accepted') {
      throw new Error(
        `${addresses.importUrl.host}: ${describeAttempt(attempt)}`,
      );
    }
    const result = await client.metrics(signal);
    if ('failure' in result) {
      throw new Error(
        `imports are accepted, but its metrics cannot be read (${describeAttempt(
          result.failure,
        )}): nothing could be proven durable`,
      );
    }
    const pages = result.pages.map(parseDatabaseMetrics);
    const oldest = Math.min(...pages.map(page => page.startTimeSeconds));
    return `${
      addresses.importUrl.href
    } accepts imports; running since ${new Date(oldest * 1000).toISOString()}`;
  } finally {
    await client.close();
  }
}

async function checkLog(path: string): Promise<string> {
  const target = await access(path).then(
    () => path,
    () => dirname(path),
  );
  await access(target, constants.W_OK);
  return path;
}
