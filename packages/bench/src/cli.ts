import { main } from '@gomon/dev-stack';
import { startServers } from '@gomon/faults';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BenchPart, HELP, readOptions } from './options';
import { agent } from './parts/agent';
import { backlog } from './parts/backlog';
import { millions } from './parts/millions';
import type { Bench, Part } from './parts/part';
import { scaleOut } from './parts/scaleOut';
import { growth, steady } from './parts/steady';
import { writePages } from './report/writePages';
import { readResults, writeResults } from './results/results';

const PARTS: Record<BenchPart, Part> = {
  ...{ backlog, millions, steady, growth, agent },
  'scale-out': scaleOut,
  pages: async () => ({}),
};

const withServers: Bench['withServers'] = async use => {
  const dir = await mkdtemp(join(tmpdir(), 'gomon-bench-'));
  const servers = await startServers(dir, 1);
  try {
    return await use(servers);
  } finally {
    await servers.end();
    await rm(dir, { recursive: true, force: true });
  }
};

async function bench(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  for (const part of options.parts) {
    say(`${part}`);
    const measured = await PARTS[part]({ options, say, withServers });
    if (part !== 'pages' && Object.keys(measured).length === 0) continue;
    // Read and written for each, so that a run that is cut off keeps what it has.
    const results = { ...(await readResults()), ...measured };
    await writeResults(results);
    await writePages(results);
  }
  return 0;
}

function say(line: string): void {
  const time = new Date().toISOString().slice(11, 19);
  process.stdout.write(`${time} ${line}\n`);
}

main(() => bench(process.argv.slice(2)));
