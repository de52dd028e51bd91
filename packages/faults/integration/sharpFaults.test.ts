import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aggregatorEnds } from '../src/faults/aggregatorEnds';
import { codecs } from '../src/faults/codecs';
import { databaseKilled } from '../src/faults/databaseKilled';
import { databaseRefuses } from '../src/faults/databaseRefuses';
import { Fault, holds } from '../src/faults/fault';
import { poison } from '../src/faults/poison';
import { rebalance } from '../src/faults/rebalance';
import { Servers, startServers } from '../src/stage/servers';

let dir: string;
let servers: Servers;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gomon-faults-'));
  servers = await startServers(dir, 1);
});
afterAll(async () => {
  await servers.end();
  await rm(dir, { recursive: true, force: true });
});

const sharp: Fault[] = [
  databaseKilled({ kills: 2, auditEvery: 2 }),
  rebalance,
  databaseRefuses,
  poison,
  codecs,
  aggregatorEnds,
];

// The rest of the list, on three brokers, is run by `yarn faults`.
it.each(sharp.map(fault => [fault.title, fault] as const))(
  'nothing is lost when %s',
  async (_title, fault) => {
    const result = await fault.run(servers);
    expect({ held: holds(result), ...result }).toMatchObject({
      held: true,
      missing: 0,
      invented: 0,
      committedAhead: 0,
    });
  },
  240_000,
);
