import type { Profiler } from 'node:inspector';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '@gomon/dev-stack';
import { mergeProcessCovs, type ProcessCov } from '@bcoe/v8-coverage';
import { parseRun } from './parseRun';

/** What the processes of the services ran, added up. */
export interface ServiceRuns {
  processes: number;
  /** One for each bundle. */
  scripts: Profiler.ScriptCoverage[];
}

/** Reads what Node wrote into a folder at the end of each process. */
export async function readRuns(folder: string): Promise<ServiceRuns> {
  const processes: ProcessCov[] = [];
  for (const file of await readdir(folder).catch(() => [])) {
    const run = parseRun(await readFile(join(folder, file), 'utf8'));
    if (run) processes.push(run);
  }
  if (processes.length === 0) {
    throw new Problem(
      `no service left coverage in ${folder}: their integration tests start them and have them end in order.`,
    );
  }
  const { result: scripts } = mergeProcessCovs(processes);
  return { processes: processes.length, scripts };
}
