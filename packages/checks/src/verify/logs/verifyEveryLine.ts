import { join } from 'node:path';
import type { Client } from '@elastic/elasticsearch';
import { createLogShipper, type Elasticsearch } from '@gomon/dev-stack';
import { proveNoLoss } from '@gomon/log-shipper';
import type { Findings } from '../findings';

const ALIAS = 'aggregator-logs';
/** The lines carry times from here on, 13 ms apart: what is stored must be these, not the time of the run. */
export const PROOF_START_MS = Date.UTC(2026, 0, 1);

/** Lines in numbers through the shipper and the Ruby filter, held one by one against their documents. */
export async function verifyEveryLine(
  { dir, lines }: { dir: string; lines: number },
  elasticsearch: Elasticsearch,
  client: Client,
  findings: Findings,
): Promise<void> {
  const logFile = join(dir, 'aggregator.log');
  const shipper = await createLogShipper({
    dir,
    logFile,
    elasticsearchUrl: elasticsearch.url,
  });
  await shipper.start();
  const began = performance.now();
  try {
    const comparison = await proveNoLoss({
      client,
      alias: ALIAS,
      logFile,
      lines,
      startMs: PROOF_START_MS,
      killServer: () => elasticsearch.kill(),
      startServer: () => elasticsearch.start(),
      acknowledged: async () => {
        const stats = await fetch(`${shipper.filebeatUrl}/stats`);
        return ((await stats.json()) as any).filebeat.events.done;
      },
      withinMs: 900_000,
      say: message => void process.stdout.write(`${message}\n`),
    });
    const seconds = (performance.now() - began) / 1000;
    const { different, documents, examples, missing, strange, twice } =
      comparison;
    const count = (what: string, seen: number, bar: number, more = '') =>
      findings.holds(what, String(bar), `${seen}${more}`, seen === bar);
    count('lines written, with two rotations', comparison.lines, lines);
    count('documents stored', documents, lines);
    count('lines without a document', missing, 0);
    count('lines with two documents', twice, 0);
    count('documents of no line', strange, 0);
    const reasons = examples.length > 0 ? `: ${examples.join('; ')}` : '';
    count(
      'documents that differ from their line in text, name, value, labels, time, tag or reason',
      different,
      0,
      reasons,
    );
    findings.saw(
      'time, with the server killed and started again in the middle',
      `${seconds.toFixed(0)} s (${(lines / seconds).toFixed(0)} lines/s)`,
    );
    await tellTags(client, findings);
    await tellRollover(client, findings);
  } finally {
    await shipper.stop();
  }
}

async function tellTags(client: Client, findings: Findings): Promise<void> {
  for (const tag of [
    'has_victoria_metrics_json',
    'metrics_success',
    '_metricparsefailure',
  ]) {
    const query = { term: { tags: tag } };
    const { count } = await client.count({ index: ALIAS, query });
    findings.saw(`documents tagged ${tag}`, String(count));
  }
}

async function tellRollover(client: Client, findings: Findings): Promise<void> {
  const { [`${ALIAS}-000001`]: first, [`${ALIAS}-000002`]: second } =
    await client.indices.getAlias({ name: ALIAS });
  const writeIndex = second?.aliases[ALIAS].is_write_index;
  const closed = first?.aliases[ALIAS].is_write_index === false;
  const inIndex = async (n: number) =>
    (await client.count({ index: `${ALIAS}-00000${n}` })).count;
  const [before, after] = [await inIndex(1), await inIndex(2)];
  findings.holds(
    'rollover by the write alias',
    'new lines go to the next index, the first is no longer written to',
    `${before} documents in ${ALIAS}-000001, ${after} in ${ALIAS}-000002${
      writeIndex ? ', the write index' : ''
    }`,
    Boolean(writeIndex && closed && before > 0 && after > 0),
  );
}
