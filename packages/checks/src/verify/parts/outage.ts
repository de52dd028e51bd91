import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agentWaits, holds, startServers } from '@gomon/faults';
import type { VerifyPart } from '../part';

const INTERVALS = 120;
const INTERVAL_MS = 30_000;

export const outage: VerifyPart = {
  name: 'outage',
  title: 'agents outlive a real hour without Kafka',
  minutes: 64,
  about:
    'Fault 19 at its real length: Kafka is killed for 120 intervals of 30 s. One agent keeps its readings in memory; another has a spool on disk and is killed itself before Kafka returns. Then every number that they gave has to be stored.',
  async run(findings) {
    findings.ran('yarn verify outage');
    const dir = await mkdtemp(join(tmpdir(), 'gomon-outage-'));
    const servers = await startServers(dir, 3);
    try {
      const result = await agentWaits(INTERVALS, INTERVAL_MS).run(servers);
      const { missing, invented, committedAhead } = result;
      findings.holds(
        'messages of the fleet beside it: missing, invented, committed ahead of stored',
        '0, 0, 0',
        [missing, invented, committedAhead].join(', '),
        holds(result),
      );
      findings.saw(
        'from the return of Kafka until everything was accepted',
        `${result.secondsToRecover} s`,
      );
      result.notes.forEach((note, i) => findings.saw(`agents, ${i + 1}`, note));
    } finally {
      await servers.end();
      await rm(dir, { recursive: true, force: true });
    }
  },
};
