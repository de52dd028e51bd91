import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repositoryRoot, spawnGuarded } from '@gomon/dev-stack';
import type { Finding } from '../findings';
import type { VerifyPart } from '../part';

const SCRIPT = 'plugins/gomon-backend/integration/scale/run.ts';

export const scale: VerifyPart = {
  name: 'scale',
  title: 'a thousand components and ten thousand hosts',
  minutes: 15,
  about:
    'A hundred sites of ten components and a hundred hosts each, in ten environments. Kafka, VictoriaMetrics and aggregator are real processes, and ten thousand hosts report through them every 30 s; all share them, but each environment has an instance of Kafka and of the aggregator of its own in the configuration, so the engine looks at ten of each. The other six components of a site are in the catalog and not set up. First the engine with its SQLite database runs alone in a process, and the CPU of each cycle is counted. Then a portal, which keeps what it knows in PostgreSQL as in production, is asked for what its pages show, at a fixed rate, with every answer timed from the moment at which its question was due; then Kafka, VictoriaMetrics and aggregator are stopped (SIGSTOP: connections are taken, and no answer comes) and the portal is asked again. Servers, hosts, portal, its database and questions share the machine.',
  async run(findings) {
    findings.ran(`node --import tsx ${SCRIPT}`);
    const run = spawnGuarded({
      file: process.execPath,
      args: ['--import', 'tsx', join(repositoryRoot, SCRIPT)],
      cwd: repositoryRoot,
    });
    const errors: string[] = [];
    run.stderr.setEncoding('utf8').on('data', text => errors.push(text));
    for await (const line of createInterface({ input: run.stdout })) {
      if (!line.startsWith('{')) continue;
      const { what, saw, bar, held }: Finding = JSON.parse(line);
      if (bar === undefined) findings.saw(what, saw);
      else findings.holds(what, bar, saw, held === true);
    }
    const { code } = await run.exited;
    findings.holds(
      'the run',
      'ends in order',
      code === 0 ? 'ended in order' : errors.join('').trim().slice(-500),
      code === 0,
    );
  },
};
