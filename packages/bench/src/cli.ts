import { main, repositoryRoot } from '@gomon/dev-stack';
import {
  carefulCollector,
  collector,
  gomon,
  reportHead,
  startServers,
  telegraf,
} from '@gomon/faults';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBacklog } from './backlog/benchBacklog';
import { Carried } from './backlog/carry';
import { HELP, readOptions } from './options';
import { renderBacklog } from './report/renderBacklog';

const PAGE = join(repositoryRoot, 'docs', 'benchmarks.md');
const PEERS = [telegraf, collector, carefulCollector];

async function bench(args: string[]): Promise<number> {
  const { alone, help, ...size } = readOptions(args);
  if (help) {
    say(HELP);
    return 0;
  }
  const contestants = alone ? [gomon] : [gomon, ...PEERS];
  for (const { title, prepare } of contestants) {
    say(`preparing ${title}\n`);
    await prepare();
  }
  const dir = await mkdtemp(join(tmpdir(), 'gomon-bench-'));
  const servers = await startServers(dir, 1);
  const results: Carried[] = [];
  try {
    await benchBacklog(servers, contestants, size, result => {
      results.push(result);
      say(`${lineOf(result)}\n`);
    });
    if (!alone) {
      const head = await reportHead(servers.database.url, new Date());
      await writeFile(PAGE, renderBacklog(head, contestants, results));
    }
  } finally {
    await servers.end();
    await rm(dir, { recursive: true, force: true });
  }
  return 0;
}

function lineOf(result: Carried): string {
  const { contestant, stored, sent, cpuSeconds, peakMib, seconds } = result;
  const speed = Math.round(stored / cpuSeconds).toLocaleString('en');
  const missing = sent - stored;
  return `${contestant}: ${speed} samples per CPU second, ${seconds.toFixed(
    1,
  )} s, at most ${Math.round(peakMib)} MiB, ${missing} missing`;
}

function say(text: string): void {
  process.stdout.write(text);
}

main(() => bench(process.argv.slice(2)));
