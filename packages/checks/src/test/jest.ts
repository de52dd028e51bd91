import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oneFailed } from './counts';
import { countsOf } from './jestCounts';
import { runOnScreen } from './program';
import type { StepResult } from './step';

/** Runs jest by one of its command lines and counts what it reports. */
export async function runJest(
  script: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<StepResult> {
  const folder = await mkdtemp(join(tmpdir(), 'gomon-jest-'));
  const file = join(folder, 'results.json');
  try {
    const code = await runOnScreen(
      script,
      [...args, '--json', `--outputFile=${file}`, '--passWithNoTests'],
      // Without CI, Backstage's command line would watch for changes.
      { ...env, CI: process.env.CI || 'true' },
    );
    const text = await readFile(file, 'utf8').catch(() => undefined);
    return text
      ? { counts: countsOf(JSON.parse(text), code) }
      : { counts: oneFailed, remark: `jest ended with exit code ${code}` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
