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
import { readResults, type Results, writeResults } from './results/results';

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
  let code = 0;
  for (const part of options.parts) {
    say(`${part}`);
    try {
      await keep(part, await PARTS[part]({ options, say, withServers }));
    } catch (error) {
      // The others may still be measured.
      say(`${part} failed: ${(error as Error).message}`);
      code = 1;
    }
  }
  return code;
}

/** For each part anew, so that a run that is cut off keeps what it has. */
async function keep(part: BenchPart, measured: Results): Promise<void> {
  if (part !== 'pages' && Object.keys(measured).length === 0) return;
  const results = { ...(await readResults()), ...measured };
  await writeResults(results);
  await writePages(results);
}

function say(line: string): void {
  const time = new Date().toISOString().slice(11, 19);
  process.stdout.write(`${time} ${line}\n`);
}

main(() => bench(process.argv.slice(2)));
