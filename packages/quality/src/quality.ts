import { repositoryRoot } from '@gomon/dev-stack';
import { awaitVerdict } from './analysis/awaitVerdict';
import { describeVerdict } from './analysis/describeVerdict';
import { describeMeasures, measuresOf } from './analysis/measures';
import { describeOpenIssues, openIssuesOf } from './analysis/openIssues';
import { runTests } from './analysis/runTests';
import { scan } from './analysis/scan';
import { type Desired, desiredState } from './desired/desired';
import { explain } from './server/explain';
import { openServer } from './server/server';
import { SonarqubeClient } from './server/SonarqubeClient';
import type { Settings } from './settings';
import { setUp } from './setup/setUp';

/** How far the command goes, and who is told. */
export interface QualityOptions {
  mode: 'plan' | 'set-up' | 'analyse';
  /** False: the coverage that is there already is scanned. */
  withTests: boolean;
  say(line: string): void;
}

/** Runs the whole command. The exit code: 0 the gate is passed, 1 it is not, 2 it was not carried out. */
export async function quality(
  settings: Settings,
  { mode, say, withTests }: QualityOptions,
): Promise<number> {
  // Before the server starts: both at once are more than a small machine has.
  if (mode === 'analyse' && withTests && !(await testsPass(say))) return 2;
  const server = await openServer(settings, say);
  try {
    const desired = desiredState({ key: settings.projectKey, name: 'gomon' });
    await setUp(server.admin, desired, { planOnly: mode === 'plan', say });
    if (mode === 'plan') return 0;
    const token = await server.token();
    return mode === 'set-up'
      ? 0
      : await analyse(server.url, token, desired, say);
  } catch (error) {
    say(explain(error, server.url));
    return 2;
  } finally {
    await server.stop();
  }
}

async function testsPass(say: (line: string) => void): Promise<boolean> {
  for (const { suite, passed, seconds, output } of await runTests(say)) {
    say(
      `The ${suite} tests ${passed ? 'passed' : 'FAILED'} in ${seconds.toFixed(
        0,
      )} s.`,
    );
    if (!passed) {
      say(output.split('\n').slice(-60).join('\n'));
      say('Nothing is scanned: the coverage of red tests proves nothing.');
      return false;
    }
  }
  return true;
}

async function analyse(
  url: string,
  token: string,
  { gate, project }: Desired,
  say: (line: string) => void,
): Promise<number> {
  say('Scanning ...');
  const { seconds, taskId } = await scan({
    url,
    token,
    projectKey: project.key,
    folder: repositoryRoot,
  });
  const client = new SonarqubeClient(url, { token });
  const verdict = await awaitVerdict(client, taskId);
  say(describeVerdict(gate.name, gate.conditions, verdict, seconds));
  say(describeMeasures(await measuresOf(client, project.key)));
  say(describeOpenIssues(await openIssuesOf(client, project.key)));
  return verdict.passed ? 0 : 1;
}
