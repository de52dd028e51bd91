import { ANNOTATION_LOG_INDEX } from '@gomon/plugin-gomon-common';
import { toTopology } from '../../src/catalog/toTopology';
import { gomonSchema } from '../../src/config/schema';
import { LogReader } from '../../src/logs/LogReader';
import { entity } from '../../src/testing/fixtures';

/** What one type of sample took: milliseconds of each repeat, and what came back. */
interface TimedSearch {
  metric: string;
  timesMs: number[];
  lines: number;
  totalItems: number;
  /** Lines of another type. */
  wrong: number;
}

const METRICS = [
  'cpu_usage_percent',
  'mem_usage_percent',
  'disk_used_percent',
  'dsk_used_gb',
  'int_bytes_recv_mb',
  'int_bytes_sent_mb',
];
const INDEX = 'aggregator-logs';
const BARS = 60;

/**
 * Reads each of the six types of samples by what stands behind the Logs tab: the newest hundred, how many there are, and
 * their number over time. Prints one line of JSON for each.
 *
 *   node --import tsx timeSearches.ts URL FROM TO REPEATS
 */
async function main([url, from, to, repeats]: string[]): Promise<void> {
  const aggregator = entity('aggregator', 'aggregator', {
    annotations: { [ANNOTATION_LOG_INDEX]: INDEX },
  });
  const [component] = toTopology([aggregator], 'default').components;
  const reader = new LogReader({
    elasticsearch: gomonSchema.parse({ elasticsearch: [{ url, index: INDEX }] })
      .elasticsearch,
    kibana: [],
    timeoutMs: 30_000,
    component: async () => component,
  });
  const range = { from: new Date(from), to: new Date(to) };
  const seconds = (range.to.getTime() - range.from.getTime()) / 1_000;
  const filter = {
    range: { ...range, stepSeconds: Math.ceil(seconds / BARS) },
    limit: 100,
  };
  for (const metric of METRICS) {
    const search: TimedSearch = {
      metric,
      timesMs: [],
      lines: 0,
      totalItems: 0,
      wrong: 0,
    };
    while (search.timesMs.length < Number(repeats)) {
      const began = performance.now();
      const page = await reader.read(component.entityRef, {
        ...filter,
        metrics: [metric],
      });
      search.timesMs.push(Math.round(performance.now() - began));
      search.lines = page.items.length;
      search.totalItems = page.totalItems;
      search.wrong = page.items.filter(line => line.metric !== metric).length;
    }
    process.stdout.write(`${JSON.stringify(search)}\n`);
  }
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error?.stack ?? error}\n`);
  process.exitCode = 1;
});
