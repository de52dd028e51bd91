import { writeFile } from 'node:fs/promises';
import { reportHead } from '../report/machine';
import { startServers } from '../stage/servers';
import { carefulCollector, collector } from './collector';
import { gomon } from './gomon';
import { killUnder, PeerResult } from './killUnder';
import { renderPeers } from './report';
import { telegraf } from './telegraf';

const CONTESTANTS = [gomon, telegraf, collector, carefulCollector];

/** Kills the database once under each contestant, and writes the page. */
export async function runPeers(dir: string, page: string): Promise<void> {
  for (const { title, prepare } of CONTESTANTS) {
    process.stdout.write(`preparing ${title}\n`);
    await prepare();
  }
  const servers = await startServers(dir, 1);
  try {
    const results: PeerResult[] = [];
    for (const contestant of CONTESTANTS) {
      process.stdout.write(`${contestant.title}\n`);
      const result = await killUnder(servers, contestant);
      process.stdout.write(`   ${result.missing} of ${result.sent} missing\n`);
      results.push(result);
    }
    const head = await reportHead(servers.database.url, new Date());
    await writeFile(page, renderPeers(head, results));
  } finally {
    await servers.end();
  }
}
