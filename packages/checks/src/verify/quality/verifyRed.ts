import { waitUntil } from '@gomon/dev-stack';
import {
  awaitVerdict,
  scan,
  SonarqubeClient,
  type Verdict,
} from '@gomon/quality';
import type { Findings } from '../findings';
import { CYCLE_MS, PortalQuality } from './PortalQuality';
import { breakProject, KEY } from './throwAway';

const WRONG = ['new_bugs', 'new_vulnerabilities', 'new_coverage'];

/** Where the throw-away project is, and on which server. */
export interface ThrowAway {
  url: string;
  token: string;
  projectKey: string;
  folder: string;
}

/** Analyses the project, and notes how long scanner and server took beside the specification's time. */
export async function analyse(
  project: ThrowAway,
  version: string,
  findings: Findings,
): Promise<Verdict> {
  findings.ran(`sonar-scanner -Dsonar.projectVersion=${version}`);
  const { seconds, taskId } = await scan({
    ...project,
    properties: { 'sonar.projectVersion': version },
  });
  const verdict = await awaitVerdict(
    new SonarqubeClient(project.url, project),
    taskId,
  );
  findings.saw(
    `analysis ${version}: scanner, server (specification: 13 s for its Go sources)`,
    `${seconds.toFixed(1)} s, ${verdict.serverSeconds.toFixed(1)} s`,
  );
  return verdict;
}

/** Breaks the project, analyses it again, and holds the verdict and what the portal shows of it. */
export async function verifyRed(
  project: ThrowAway,
  portal: PortalQuality,
  findings: Findings,
): Promise<void> {
  await breakProject(project.folder);
  const verdict = await analyse(project, '2', findings);
  const failed = verdict.conditions.filter(({ passed }) => !passed);
  findings.holds(
    'gate after 42 new lines with a bug, a switched-off TLS verification and no test',
    `red: ${WRONG.join(', ')}`,
    `${verdict.passed ? 'green' : 'red'}: ${failed
      .map(
        ({ actual, limit, metric }) => `${metric} ${actual} (limit ${limit})`,
      )
      .join(', ')}`,
    !verdict.passed &&
      WRONG.every(metric => failed.some(own => own.metric === metric)),
  );
  await findShown(verdict, portal, findings);
}

async function findShown(
  verdict: Verdict,
  portal: PortalQuality,
  findings: Findings,
): Promise<void> {
  const began = performance.now();
  let words = '';
  const shown = await waitUntil(
    async () => {
      const [project] = (await portal.quality()).projects;
      const checks = (await portal.health()).checks;
      words =
        checks.find(({ id }) => id === `sonarqube.${KEY}.gate`)?.sentence ?? '';
      return (
        project.verdict === 'failed' &&
        verdict.conditions.every(({ actual, metric, passed }) => {
          const card = project.conditions.find(own => own.metric === metric);
          const check = checks.find(
            ({ id }) => id === `sonarqube.${KEY}.${metric}`,
          );
          return (
            card?.passed === passed &&
            card.actual === Number(actual) &&
            check?.value === Number(actual) &&
            check?.threshold === card.required
          );
        })
      );
    },
    { withinMs: 120_000, everyMs: 250 },
  );
  const seconds = (performance.now() - began) / 1000;
  // A cycle may have begun just before the verdict; then the next one shows it.
  const limit = (2 * CYCLE_MS) / 1000;
  findings.holds(
    'the portal shows verdict and each condition, actual and limit',
    `within one cycle of the engine (${
      CYCLE_MS / 1000
    } s) after the one that runs`,
    shown ? `${seconds.toFixed(1)} s: ${words}` : `not within 120 s: ${words}`,
    shown && seconds <= limit,
  );
  const events = await portal.gateEvents();
  findings.holds(
    'the change of the verdict on the timeline',
    'one event',
    events.map(({ sentence }) => sentence).join(' | ') || 'none',
    events.length === 1,
  );
}
