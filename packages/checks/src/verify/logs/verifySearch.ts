import { loadavg } from 'node:os';
import type { Client, estypes } from '@elastic/elasticsearch';
// The question that the portal's log panel asks, and not a copy of it.
// eslint-disable-next-line @backstage/no-forbidden-package-imports, @backstage/no-mixed-plugin-imports
import { logQuery } from '@gomon/plugin-gomon-backend/src/logs/logQuery';
import type { Findings } from '../findings';
import { multiply } from './multiply';

const ALIAS = 'aggregator-logs';
const METRICS = [
  'cpu_usage_percent',
  'mem_usage_percent',
  'disk_used_percent',
  'dsk_used_gb',
  'int_bytes_recv_mb',
  'int_bytes_sent_mb',
];
const REPEATS = 5;
const LIMIT_MS = 1_000;

/** Each metric type by the search of the log panel: the newest hundred, how many there are, and their number over time. */
export async function verifySearch(
  { documents: atLeast, startMs }: { documents: number; startMs: number },
  client: Client,
  findings: Findings,
): Promise<void> {
  const { documents, endMs } = await multiply(client, ALIAS, startMs, atLeast);
  findings.holds(
    'documents to search in',
    `at least ${atLeast}`,
    String(documents),
    documents >= atLeast,
  );
  // What the times below are to be read by.
  findings.saw('load average of the machine then', loadavg()[0].toFixed(1));
  const [from, to] = [new Date(startMs), new Date(endMs)];
  const range = { from, to, stepSeconds: (endMs - startMs) / 1_000 / 60 };
  for (const metric of METRICS) {
    const body = logQuery({ metrics: [metric], range, limit: 100 });
    const times: number[] = [];
    let answer: estypes.SearchResponse<{ metric_name: string }>;
    do {
      const began = performance.now();
      answer = await client.search({
        index: ALIAS,
        ...(body as object as estypes.SearchRequest),
      });
      times.push(performance.now() - began);
    } while (times.length < REPEATS);
    const hits = answer.hits.hits;
    const total = (answer.hits.total as estypes.SearchTotalHits).value;
    const slowest = Math.max(...times);
    const right = hits.every(({ _source }) => _source?.metric_name === metric);
    findings.holds(
      `search for ${metric}`,
      `slowest of ${REPEATS} under ${LIMIT_MS} ms`,
      `first ${times[0].toFixed(0)} ms, slowest ${slowest.toFixed(0)} ms: ${
        hits.length
      } of ${total} documents${right ? '' : ', not all of them right'}`,
      slowest < LIMIT_MS && hits.length === 100 && total > 0 && right,
    );
  }
}
