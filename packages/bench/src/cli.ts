import { main, repositoryRoot } from '@gomon/dev-stack';
import {
  carefulCollector,
  collector,
  gomon,
  reportHead,
  type Servers,
  startServers,
  telegraf,
} from '@gomon/faults';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBacklog } from './backlog/benchBacklog';
import { Carried } from './backlog/carry';
import { BenchOptions, BenchPart, HELP, readOptions } from './options';
import { withSection } from './report/page';
import { renderBacklog } from './report/renderBacklog';
import { renderSteady } from './report/renderSteady';
import { benchSteady, Steady } from './steady/benchSteady';

const PAGE = join(repositoryRoot, 'docs', 'benchmarks.md');
const PEERS = [telegraf, collector, carefulCollector];

const runParts: Record<BenchPart, (options: BenchOptions) => Promise<void>> = {
  async backlog({ alone, ...size }) {
    const contestants = alone ? [gomon] : [gomon, ...PEERS];
    for (const { title, prepare } of contestants) {
      say(`preparing ${title}\n`);
      await prepare();
    }
    await withServers(async servers => {
      const results: Carried[] = [];
      await benchBacklog(servers, contestants, size, result => {
        results.push(result);
        say(`${lineOf(result)}\n`);
      });
      if (alone) return;
      const head = await reportHead(servers.database.url, new Date());
      await writeSection(
        'A backlog',
        renderBacklog(head, contestants, results),
      );
    });
  },
  async steady({ hosts, seconds }) {
    await withServers(async servers => {
      const results: Steady[] = [];
      for (const size of hosts) {
        say(`${size} hosts\n`);
        const result = await benchSteady(servers, size, seconds);
        results.push(result);
        say(`${JSON.stringify(result)}\n`);
      }
      const head = await reportHead(servers.database.url, new Date());
      await writeSection(
        'A steady fleet',
        renderSteady(head, gomon.setting, results),
      );
    });
  },
};

async function bench(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options.help) {
    say(HELP);
    return 0;
  }
  for (const part of options.parts) await runParts[part](options);
  return 0;
}

async function withServers(
  use: (servers: Servers) => Promise<void>,
): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gomon-bench-'));
  const servers = await startServers(dir, 1);
  try {
    await use(servers);
  } finally {
    await servers.end();
    await rm(dir, { recursive: true, force: true });
  }
}

async function writeSection(heading: string, lines: string[]): Promise<void> {
  const page = existsSync(PAGE) ? await readFile(PAGE, 'utf8') : '';
  await writeFile(PAGE, withSection(page, heading, lines));
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
