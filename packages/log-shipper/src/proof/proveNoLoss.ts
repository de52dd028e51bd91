import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@elastic/elasticsearch';
import { compare, Comparison, StoredDocument } from './compare';
import { ProofLog } from './ProofLog';

/** What the proof is carried out on. */
export interface ProofOptions {
  client: Client;
  alias: string;
  /** The file that the shipper follows. */
  logFile: string;
  /** How many lines are written. */
  lines: number;
  startMs: number;
  /** Ends the server by force. */
  killServer(): Promise<void>;
  startServer(): Promise<void>;
  /** The shipper's count of lines that are stored. */
  acknowledged(): Promise<number>;
  withinMs: number;
  say?(message: string): void;
}

/**
 * Writes lines, of them one in a hundred broken, while a shipper follows: with a rollover, two rotations, and the server killed
 * and started again in the middle. Then holds every document against its line.
 */
export async function proveNoLoss(options: ProofOptions): Promise<Comparison> {
  const { acknowledged, alias, client, lines, say = () => {} } = options;
  const log = new ProofLog(options.logFile, options.startMs);
  const fifth = Math.floor(lines / 5);
  const reach = (count: number) =>
    waitFor(async () => (await acknowledged()) >= count, options.withinMs);

  await log.write(fifth);
  await reach(log.lines.length);
  await client.indices.rollover({ alias });
  await log.write(fifth);
  await reach(fifth + Math.floor(fifth / 4));
  say('killing the server in the middle of a rotation');
  await options.killServer();
  await log.rotate();
  await log.write(fifth);
  await log.rotate();
  await log.write(fifth);
  await options.startServer();
  say('the server is back');
  await log.write(lines - log.lines.length);
  await log.close();
  await reach(log.lines.length);
  await client.indices.refresh({ index: alias });
  return compare(log.lines, await allDocuments(client, alias));
}

async function allDocuments(
  client: Client,
  alias: string,
): Promise<StoredDocument[]> {
  const documents: StoredDocument[] = [];
  const pages = client.helpers.scrollDocuments<StoredDocument>({
    index: alias,
    size: 5_000,
    sort: '_doc',
  });
  for await (const document of pages) {
    documents.push(document);
  }
  return documents;
}

async function waitFor(
  look: () => Promise<boolean>,
  withinMs: number,
): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await look())) {
    if (performance.now() > end) {
      throw new Error(`the shipper did not get there within ${withinMs} ms`);
    }
    await sleep(200);
  }
}
