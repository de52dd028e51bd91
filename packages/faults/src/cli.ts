import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faults } from './faults';
import { FaultResult, holds } from './faults/fault';
import { startServers } from './stage/servers';

async function main(args: string[]): Promise<void> {
  const wanted = args.map(Number);
  const chosen = faults.filter(
    ({ number }) => wanted.length === 0 || wanted.includes(number),
  );
  const dir = await mkdtemp(join(tmpdir(), 'gomon-faults-'));
  const servers = await startServers(dir, 3);
  let failed = 0;
  try {
    for (const fault of chosen) {
      const begun = Date.now();
      console.log(`${fault.number}. ${fault.title}`);
      try {
        const result: FaultResult = await fault.run(servers);
        if (!holds(result)) failed += 1;
        console.log(
          holds(result) ? '   held' : '   FAILED',
          JSON.stringify(result),
          `${(Date.now() - begun) / 1000} s`,
        );
      } catch (error) {
        failed += 1;
        console.log('   FAILED', error);
      }
    }
  } finally {
    await servers.end();
    if (process.env.GOMON_KEEP) console.log(dir);
    else await rm(dir, { recursive: true, force: true });
  }
  process.exit(failed === 0 ? 0 : 1);
}

void main(process.argv.slice(2));
