import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { listenForShutdown, main } from '@gomon/dev-stack';
import {
  createKafkaClient,
  createLogger,
  crossCheckKafka,
  explainKafkaError,
  kafkaSettings,
  loadSettings,
} from '@gomon/service-kit';
import { Ledger } from './ledger/ledger';
import { HELP, readOptions } from './options';
import { Fleet } from './play/fleet';

const STATUS_EVERY_MS = 5000;

async function fleetCommand(args: string[]): Promise<number> {
  const { model, untilMs, ledgerFile, help } = readOptions(args, Date.now());
  if (help) {
    process.stdout.write(HELP);
    return 0;
  }
  const environment = { KAFKA_BROKERS: '127.0.0.1:9092', ...process.env };
  const settings = loadSettings(kafkaSettings, environment, crossCheckKafka);
  const kafka = createKafkaClient({
    settings,
    clientId: 'gomon-fleet',
    logger: createLogger('gomon-fleet', 'fatal'),
  });
  const { topic } = settings;
  const onRetry = (error: unknown) => say(explainKafkaError(error).message);
  const fleet = new Fleet({ kafka, topic, model, onRetry });
  say(
    `${model.hosts} hosts, a reading each ${
      model.intervalMs / 1000
    } s, to ${settings.brokers.join(', ')}`,
  );
  void listenForShutdown().asked.then(() => fleet.stop());
  const status = setInterval(() => say(statusOf(fleet)), STATUS_EVERY_MS);
  try {
    await fleet.play(untilMs);
  } finally {
    clearInterval(status);
    await fleet.close();
  }
  say(statusOf(fleet));
  if (ledgerFile) await writeLedger(fleet.ledger, ledgerFile);
  return 0;
}

function statusOf(fleet: Fleet): string {
  const late = (fleet.lateMs() / 1000).toFixed(1);
  return `${fleet.ledger.size} messages acknowledged, ${late} s behind`;
}

async function writeLedger(ledger: Ledger, file: string): Promise<void> {
  const stream = createWriteStream(file);
  for (const { host, boot, sequence, message } of ledger) {
    const { collectedAtMs, timestamp } = message;
    const atMs = collectedAtMs ?? Number(timestamp) * 1000;
    const line = `${JSON.stringify({ host, boot, sequence, atMs })}\n`;
    if (!stream.write(line)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
  say(`ledger: ${file}`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

main(() => fleetCommand(process.argv.slice(2)));
