import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCodeQuality, readSecret } from '@gomon/dev-stack';
import { ensureToken, SonarqubeClient } from '@gomon/quality';
import type { VerifyPart } from '../part';
import { PortalQuality } from '../quality/PortalQuality';
import { KEY, writeProject } from '../quality/throwAway';
import { verifyCauses } from '../quality/verifyCauses';
import { verifyGate } from '../quality/verifyGate';
import { verifyMissing } from '../quality/verifyMissing';
import { analyse, verifyRed } from '../quality/verifyRed';

export const quality: VerifyPart = {
  name: 'quality',
  title:
    "the quality gate is the specification's, and the portal shows what it says",
  minutes: 20,
  about:
    "Starts a real SonarQube on a real PostgreSQL 15, makes gomon-quality-gate on it, reads its conditions back, changes them by hand and makes them again. Analyses a throw-away project twice: as it should be, then with more than 20 new lines that carry a bug, a switched-off TLS verification and no test. Holds what the portal's API shows of the verdict, then takes PostgreSQL, SonarQube and the portal's token away, one after the other.",
  async run(findings) {
    const dir = await mkdtemp(join(tmpdir(), 'gomon-verify-quality-'));
    const servers = await createCodeQuality({ dir });
    let portal: PortalQuality | undefined;
    try {
      await servers.start();
      const { files, sonarqube } = servers;
      const admin = new SonarqubeClient(sonarqube.url, {
        user: 'admin',
        password: (await readSecret(files.adminPassword))!,
      });
      const { version } = await admin.get<{ version: string }>('system/status');
      findings.version('SonarQube', version);
      await verifyGate(admin, KEY, findings);
      const token = await ensureToken(admin, files.token);
      const project = {
        url: sonarqube.url,
        token,
        projectKey: KEY,
        folder: join(dir, 'project'),
      };
      await writeProject(project.folder);
      const first = await analyse(project, '1', findings);
      findings.holds(
        'gate after the first analysis',
        'passed',
        first.passed ? 'passed' : 'red',
        first.passed,
      );
      portal = await PortalQuality.start(
        dir,
        servers,
        token,
        `${KEY}, nowhere`,
      );
      await verifyMissing(portal, findings);
      await verifyRed(project, portal, findings);
      await verifyCauses(servers, admin, portal, findings);
    } finally {
      await portal?.stop();
      await servers.stop();
      await rm(dir, { recursive: true, force: true });
    }
  },
};
