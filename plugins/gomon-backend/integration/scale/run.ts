import {
  COMPONENTS_PER_SITE,
  HOSTS_PER_SITE,
  LARGE,
  LargePlatform,
} from '@gomon/fleet';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { MeasuredEngine, tellCycles } from './cycles';
import { tell } from './finding';
import { Portal, tellReads } from './reads';

const CYCLES = 12;
const LOAD_SECONDS = 60;
/** Until the engine has noticed that nobody answers, and has taken it as certain. */
const NOTICED_MS = 45_000;
const PATIENCE_MS = 600_000;

/**
 * `run.ts [--sites N] [cycles] [reads]`: measures the engine, and a portal while everything behind it hangs. Prints one line of
 * JSON for each finding. With fewer sites it is only for a quick look.
 */
async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { sites: { type: 'string', default: String(LARGE.sites) } },
  });
  const parts = positionals.length > 0 ? positionals : ['cycles', 'reads'];
  const size = { ...LARGE, sites: Number(values.sites) };
  const dir = await mkdtemp(join(tmpdir(), 'gomon-scale-'));
  const platform = await LargePlatform.start({ dir, size });
  const end = async () => {
    await platform.stop();
    await rm(dir, { recursive: true, force: true });
  };
  const abandon = () => end().finally(() => process.exit(1));
  process.once('SIGINT', abandon);
  process.once('SIGTERM', abandon);
  try {
    if (parts.includes('cycles')) await cycles(platform);
    if (parts.includes('reads')) await reads(platform);
  } finally {
    await end();
  }
}

function hostsOf({ size }: LargePlatform): number {
  return size.sites * HOSTS_PER_SITE;
}

async function cycles(platform: LargePlatform): Promise<void> {
  const engine = await MeasuredEngine.open(platform);
  try {
    await engine.until(hostsOf(platform), PATIENCE_MS);
    const healthy = await engine.run(CYCLES);
    tell({ what: 'hosts seen', saw: String(await engine.hosts()) });
    tell({
      what: 'components by status',
      saw: Object.entries(await engine.statuses())
        .map(([status, count]) => `${count} ${status}`)
        .join(', '),
    });
    tellCycles('all well', healthy);
  } finally {
    await engine.close();
  }
}

async function reads(platform: LargePlatform): Promise<void> {
  const portal = new Portal(
    await platform.startPortal({ database: 'postgresql' }),
  );
  const components = platform.size.sites * COMPONENTS_PER_SITE;
  // The ingress belongs to no pipeline.
  const inPipelines = components - platform.size.sites;
  await portal.knows(hostsOf(platform), inPipelines, PATIENCE_MS);
  tellReads('all well', await portal.load(LOAD_SECONDS));
  platform.hang();
  await sleep(NOTICED_MS);
  tellReads('while everything hangs', await portal.load(LOAD_SECONDS));
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
