import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Watch } from '../engine/Watch';
import { stagedFaults } from './faults';
import { Scene } from './Scene';
import { stageFault } from './stageFault';

/** Stages all faults, or those whose name matches the first argument, and prints one line of JSON for each. */
async function main(wanted: string | undefined): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gomon-diagnosis-'));
  const scene = await Scene.set(dir);
  const watch = await Watch.start(scene.configuration);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => scene.end().finally(() => process.exit(1)));
  }
  try {
    for (const fault of stagedFaults) {
      if (wanted && !new RegExp(wanted).test(fault.name)) continue;
      const findings = await stageFault(fault, scene, watch);
      process.stdout.write(`${JSON.stringify(findings)}\n`);
    }
  } finally {
    await watch.stop();
    await scene.end();
    await rm(dir, { recursive: true, force: true });
  }
}

main(process.argv[2]).then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
