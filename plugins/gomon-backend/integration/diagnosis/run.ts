import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Watch } from '../engine/Watch';
import { stagedFaults } from './faults';
import { Scene } from './Scene';
import { stageFault } from './stageFault';

/** A scene, and the engine that watches it. */
interface Theatre {
  scene: Scene;
  watch: Watch;
  close(): Promise<void>;
}

async function open(): Promise<Theatre> {
  const dir = await mkdtemp(join(tmpdir(), 'gomon-diagnosis-'));
  const scene = await Scene.set(dir);
  const watch = await Watch.start(scene.configuration);
  return {
    scene,
    watch,
    async close() {
      await watch.stop();
      await scene.end();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Stages all faults, or those whose name matches the first argument, and prints one line of JSON for each. */
async function main(wanted: string | undefined): Promise<void> {
  let theatre = await open();
  const abandon = () => theatre.scene.end().finally(() => process.exit(1));
  process.once('SIGINT', abandon);
  process.once('SIGTERM', abandon);
  try {
    for (const fault of stagedFaults) {
      if (wanted && !new RegExp(wanted).test(fault.name)) continue;
      const findings = await stageFault(fault, theatre.scene, theatre.watch);
      process.stdout.write(`${JSON.stringify(findings)}\n`);
      if (findings.greenAfterSeconds !== undefined) continue;
      // What one fault has left broken must not count against the next one.
      const last = JSON.stringify(theatre.watch.pipeline, undefined, 1);
      process.stderr.write(`Not green after "${fault.name}": ${last}\n`);
      await theatre.close();
      theatre = await open();
    }
  } finally {
    await theatre.close();
  }
}

main(process.argv[2]).then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
