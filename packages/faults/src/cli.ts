import { repositoryRoot } from '@gomon/dev-stack';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faults } from './faults';
import { Fault } from './faults/fault';
import { reportHead } from './report/machine';
import { renderReport, ReportRow, rowHolds, runsOn } from './report/table';
import { runPeers } from './peers/runPeers';
import { Servers, startServers } from './stage/servers';

const PAGE = join(repositoryRoot, 'docs', 'faults-pipeline.md');
const PEERS_PAGE = join(repositoryRoot, 'docs', 'faults-peers.md');
const HELP = `Usage: yarn faults [--runs N] [--append] [NUMBER ...]
       yarn faults --peers

Stages the faults of the contract against real processes, judges each by the
oracle, and writes docs/faults-pipeline.md when all of them were run.

  --runs N   run the list so many times
  --append   leave the runs that are on the page, and write the new ones below
  NUMBER     only these faults; the page is not written then
  --peers    kill the database under gomon, Telegraf and the OpenTelemetry
             collector, and write docs/faults-peers.md; needs Go to build them
`;

async function runOne(servers: Servers, fault: Fault): Promise<ReportRow> {
  const { number, title, control } = fault;
  process.stdout.write(`${number}. ${title}\n`);
  const begun = Date.now();
  let row: ReportRow = { number, title, control };
  try {
    row = { ...row, result: await fault.run(servers) };
  } catch (error) {
    row = { ...row, error: (error as Error).message };
  }
  const seconds = Math.round((Date.now() - begun) / 1000);
  const { notes, ...figures } = row.result ?? { notes: [] };
  process.stdout.write(
    `   ${rowHolds(row) ? 'held' : 'FAILED'} in ${seconds} s ${
      row.error ?? JSON.stringify(figures)
    }\n${notes.map(note => `   - ${note}\n`).join('')}`,
  );
  return row;
}

async function main(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const dir = await mkdtemp(join(tmpdir(), 'gomon-faults-'));
  try {
    if (args.includes('--peers')) {
      await runPeers(dir, PEERS_PAGE);
      return 0;
    }
    return await runFaults(args, dir);
  } finally {
    if (process.env.GOMON_KEEP) process.stdout.write(`kept: ${dir}\n`);
    else await rm(dir, { recursive: true, force: true });
  }
}

async function runFaults(args: string[], dir: string): Promise<number> {
  const earlier = args.includes('--append')
    ? runsOn(await readFile(PAGE, 'utf8'))
    : [];
  const at = args.indexOf('--runs');
  const runs = at < 0 ? 1 : Number(args[at + 1]);
  const numbers = args
    .filter((_, i) => at < 0 || (i !== at && i !== at + 1))
    .filter(arg => arg !== '--append')
    .map(Number);
  const chosen = faults.filter(
    ({ number }) => numbers.length === 0 || numbers.includes(number),
  );
  if (!(runs > 0) || chosen.length === 0) {
    process.stderr.write(HELP);
    return 2;
  }
  const servers = await startServers(dir, 3);
  const reports: ReportRow[][] = [];
  try {
    for (let run = 0; run < runs; run++) {
      const rows: ReportRow[] = [];
      reports.push(rows);
      for (const fault of chosen) rows.push(await runOne(servers, fault));
      if (numbers.length === 0) {
        const head = await reportHead(servers.database.url, new Date());
        await writeFile(PAGE, renderReport(head, reports, earlier));
      }
    }
  } finally {
    await servers.end();
  }
  const all = reports.flat();
  const failed = all.filter(row => !rowHolds(row)).length;
  process.stdout.write(`${all.length - failed} held, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  code => process.exit(code),
  error => {
    process.stderr.write(`gomon: ${error.stack}\n`);
    process.exit(1);
  },
);
