import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@elastic/elasticsearch';
import { lastLine, Problem, repositoryRoot, run } from '@gomon/dev-stack';
import type { Findings } from '../findings';
import { multiply } from './multiply';

const ALIAS = 'aggregator-logs';
const SCRIPT = 'plugins/gomon-backend/integration/logs/timeSearches.ts';
const TYPES = 6;
const REPEATS = 5;
const LIMIT_MS = 1_000;

/** A line of what the script prints. */
interface TimedSearch {
  metric: string;
  timesMs: number[];
  lines: number;
  totalItems: number;
  wrong: number;
}

/** Each of the six types of samples by what stands behind the Logs tab: the newest hundred, how many there are, and their number over time. */
export async function verifySearch(
  {
    documents: atLeast,
    startMs,
    url,
  }: { documents: number; startMs: number; url: string },
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
  const searches = await timeSearches(url, startMs, endMs, findings);
  for (const { lines, metric, timesMs, totalItems, wrong } of searches) {
    const slowest = Math.max(...timesMs);
    findings.holds(
      `search for ${metric}`,
      `slowest of ${REPEATS} under ${LIMIT_MS} ms`,
      `first ${timesMs[0]} ms, slowest ${slowest} ms: ${lines} of ${totalItems} documents, ${wrong} of them of another type`,
      slowest < LIMIT_MS && lines === 100 && wrong === 0,
    );
  }
  findings.holds(
    'types of samples searched for',
    String(TYPES),
    String(searches.length),
    searches.length === TYPES,
  );
}

async function timeSearches(
  url: string,
  startMs: number,
  endMs: number,
  findings: Findings,
): Promise<TimedSearch[]> {
  const range = [startMs, endMs].map(at => new Date(at).toISOString());
  const args = [url, ...range, String(REPEATS)];
  findings.ran(`node --import tsx ${SCRIPT} ${args.join(' ')}`);
  const { code, output } = await run({
    file: process.execPath,
    args: ['--import', 'tsx', join(repositoryRoot, SCRIPT), ...args],
    cwd: repositoryRoot,
  });
  if (code !== 0) {
    throw new Problem(`The searches broke off: ${lastLine(output)}`);
  }
  return output
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line));
}
