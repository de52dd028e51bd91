import { repositoryRoot } from '@gomon/dev-stack';
import type { ReportHead } from '@gomon/faults';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AgentRun } from '../agent/benchAgent';
import type { AgentMemory } from '../agent/watchMemory';
import type { Carried } from '../backlog/carry';
import type { Million } from '../million/benchMillion';
import type { ScaledOut } from '../scaleOut/benchScaleOut';
import type { Steady } from '../steady/benchSteady';

/** Who took part, and how it was set. */
export interface Contender {
  readonly title: string;
  readonly setting: string;
}

/** What each part of `yarn bench` measured when it last ran, with what it ran on. Times are as the names say. */
export interface Results {
  backlog?: Measured<{ contenders: Contender[]; runs: Carried[] }>;
  millions?: Measured<{ millions: Million[] }>;
  steady?: Measured<{ fleets: Steady[] }>;
  growth?: Measured<{ fleets: Steady[] }>;
  check?: Measured<{ fleet: Steady }>;
  scaleOut?: Measured<{ runs: ScaledOut[] }>;
  agent?: Measured<{
    contenders: Contender[];
    intervalSeconds: number;
    cycles: number;
    runs: AgentRun[];
  }>;
  agentMemory?: Measured<AgentMemory>;
}

/** Figures with what they were measured on. */
export type Measured<T> = T & { head: ReportHead };

const FILE = join(repositoryRoot, 'docs', 'benchmarks.json');

/** What was measured before; nothing where nothing was. */
export async function readResults(): Promise<Results> {
  return existsSync(FILE) ? JSON.parse(await readFile(FILE, 'utf8')) : {};
}

/** Keeps them for the pages, and for who wants to calculate with them. */
export async function writeResults(results: Results): Promise<void> {
  await writeFile(FILE, `${JSON.stringify(results, undefined, 1)}\n`);
}
