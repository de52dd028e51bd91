import type { Profiler } from 'node:inspector';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { repositoryRoot } from '@gomon/dev-stack';
import { parse } from 'acorn';
import { createCoverageMap, type CoverageMapData } from 'istanbul-lib-coverage';
import { createContext } from 'istanbul-lib-report';
import { create } from 'istanbul-reports';
import { ownSources } from './ownSources';
import { readRuns } from './readRuns';

/**
 * Turns what the processes of the services ran into a report on their sources (lcov).
 *
 * Not by c8: it cannot follow a bundle of many sources, and then calls every line covered. ast-v8-to-istanbul counts the
 * statements and branches of the program as Jest does, so that the reports of both add up line by line, branch by branch.
 *
 * @param v8 - the folder that Node wrote into
 * @param target - the folder of the report
 * @returns how many processes were counted
 */
export async function reportServices(
  v8: string,
  target: string,
): Promise<number> {
  const { processes, scripts } = await readRuns(v8);
  const coverage = createCoverageMap();
  for (const script of scripts) {
    coverage.merge(ownSources(await sourceCoverage(script), repositoryRoot));
  }
  const context = createContext({ dir: target, coverageMap: coverage });
  create('lcovonly', { projectRoot: repositoryRoot }).execute(context);
  return processes;
}

/** What was run of a bundle, by its sources. */
async function sourceCoverage(
  script: Profiler.ScriptCoverage,
): Promise<CoverageMapData> {
  const file = fileURLToPath(script.url);
  const code = await readFile(file, 'utf8');
  // An ES module, as what it needs is: it cannot be required.
  const { convert } = await import('ast-v8-to-istanbul');
  return (await convert({
    code,
    ast: parse(code, { ecmaVersion: 'latest', allowHashBang: true }),
    coverage: script,
    sourceMap: JSON.parse(await readFile(`${file}.map`, 'utf8')),
  })) as CoverageMapData;
}
