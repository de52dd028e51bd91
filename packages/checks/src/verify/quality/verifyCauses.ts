import { type CodeQuality, waitUntil } from '@gomon/dev-stack';
import { SonarqubeClient } from '@gomon/quality';
import type { Findings } from '../findings';
import { PortalQuality } from './PortalQuality';
import { KEY } from './throwAway';

/** Kills and refuses one thing after the other, and holds what the portal names as the cause. */
export async function verifyCauses(
  { postgres, sonarqube }: CodeQuality,
  admin: SonarqubeClient,
  portal: PortalQuality,
  findings: Findings,
): Promise<void> {
  findings.ran('kill -9 PostgreSQL');
  await postgres.kill();
  await findCause(
    'PostgreSQL down under SonarQube',
    'postgresql',
    /^postgresql does not answer/,
    portal,
    findings,
  );
  await postgres.start();
  await findNoCause('PostgreSQL back', portal, findings);

  findings.ran('kill -9 SonarQube');
  await sonarqube.kill();
  await findCause(
    'SonarQube down',
    'sonarqube',
    // A red gate is a finding of SonarQube's own, too: the sentence tells the two apart.
    /^sonarqube does not answer/,
    portal,
    findings,
  );
  await sonarqube.start();
  await findNoCause('SonarQube back', portal, findings);

  findings.ran('revoke the token of the portal');
  await admin.post('user_tokens/revoke', { login: 'gomon', name: 'gomon' });
  let health = await portal.health();
  let verdict = '';
  const refused = await waitUntil(
    async () => {
      health = await portal.health();
      verdict = (await portal.quality()).projects[0].status;
      return health.status === 'unauthorised' && verdict === 'unauthorised';
    },
    { withinMs: 120_000, everyMs: 1_000 },
  );
  findings.holds(
    'token revoked',
    'no access, not red',
    `component ${health.status}, project ${verdict}`,
    refused,
  );
}

interface SeenCause {
  name: string;
  sentence: string;
}

async function causes(portal: PortalQuality): Promise<SeenCause[]> {
  const { causes: all } = await portal.pipeline();
  return all.map(({ entityRef, sentence }) => ({
    name: entityRef.replace(/^.*\//, ''),
    sentence,
  }));
}

async function findCause(
  what: string,
  name: string,
  words: RegExp,
  portal: PortalQuality,
  findings: Findings,
): Promise<void> {
  const began = performance.now();
  let saw: SeenCause[] = [];
  const named = await waitUntil(
    async () => {
      saw = await causes(portal);
      return (
        saw.length === 1 && saw[0].name === name && words.test(saw[0].sentence)
      );
    },
    { withinMs: 180_000, everyMs: 1_000 },
  );
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  findings.holds(
    what,
    `one cause: ${name}`,
    `${
      saw.map(own => `${own.name}: ${own.sentence}`).join(' | ') || 'none'
    } (after ${seconds} s)`,
    named,
  );
}

async function findNoCause(
  what: string,
  portal: PortalQuality,
  findings: Findings,
): Promise<void> {
  let saw: string[] = [];
  // The gate is red still: that is SonarQube's own finding, and no failure of a server.
  const well = await waitUntil(
    async () => {
      const { checks } = await portal.health();
      saw = checks
        .filter(
          ({ id, status }) => id === 'sonarqube.system' && status !== 'ok',
        )
        .map(({ sentence }) => sentence);
      return (
        saw.length === 0 &&
        checks.some(({ id }) => id === `sonarqube.${KEY}.gate`) &&
        !(await causes(portal)).some(({ name }) => name === 'postgresql')
      );
    },
    { withinMs: 300_000, everyMs: 1_000 },
  );
  findings.holds(
    what,
    'seen without a restart of the portal',
    well ? 'seen' : saw.join(' '),
    well,
  );
}
