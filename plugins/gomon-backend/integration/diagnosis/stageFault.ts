import { setTimeout as sleep } from 'node:timers/promises';
import { Watch } from '../engine/Watch';
import { StagedFault } from './faults';
import type { Scene } from './Scene';

/** How long each step may take at the very most. */
const PATIENCE_MS = 120_000;
/** For how long the fault stays after it was named, so that a wrong second thought shows. */
const HOLD_MS = 15_000;

/** What the engine made of a fault. */
export interface FaultFindings {
  fault: string;
  expected: string[];
  named: string[];
  sentence: string;
  namedAfterSeconds?: number;
  /** Whether all of them were still named when the repair began. */
  stillNamed: boolean;
  /** Who was blamed at any time and should not have been, and for what. */
  innocent: string[];
  greenAfterSeconds?: number;
}

/** Breaks something, waits until it is named, repairs it, and waits until all is well. */
export async function stageFault(
  fault: StagedFault,
  scene: Scene,
  watch: Watch,
): Promise<FaultFindings> {
  const expected = [...fault.causes].sort();
  await watch.until(({ status }) => status === 'ok', PATIENCE_MS);
  watch.forget();
  await fault.inject(scene);
  const namedAfterSeconds = await watch
    .until(
      ({ causes }) => expected.every(cause => causes.includes(cause)),
      PATIENCE_MS,
    )
    .catch(() => undefined);
  const { causes: named, sentence } = watch.verdict;
  await sleep(HOLD_MS);
  const { causes: atLast } = watch.verdict;
  await fault.repair(scene);
  const greenAfterSeconds = await watch
    .until(({ status }) => status === 'ok', PATIENCE_MS)
    .catch(() => undefined);
  const innocent = [...watch.blamed]
    .filter(([cause]) => !expected.includes(cause))
    .map(([cause, why]) => `${cause} (${why})`);
  return {
    fault: fault.name,
    expected,
    named,
    sentence,
    namedAfterSeconds,
    stillNamed: expected.every(cause => atLast.includes(cause)),
    innocent,
    greenAfterSeconds,
  };
}
