import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot, startStack } from '@gomon/dev-stack';
import { openPortal } from '@gomon/portal-browser';
import type { VerifyPart } from '../part';
import { codeQuality } from '../views/cases/codeQuality';
import { kubernetes } from '../views/cases/kubernetes';
import { logs } from '../views/cases/logs';
import { metrics } from '../views/cases/metrics';
import { createJudge } from '../views/createJudge';
import { LOOKS_IN_WORDS } from '../views/looks';
import type { ViewPlace } from '../views/viewCase';

const CASES = [metrics, logs, codeQuality, kubernetes];
const PICTURES = join(repositoryRoot, '.gomon', 'views');

export const views: VerifyPart = {
  name: 'views',
  title: 'every view is sound, in every way a person may see it',
  minutes: 20,
  hasCases: true,
  about: `Opens every page, tab and card in Chromium against one stack: the three pipelines with a real Elasticsearch and a real SonarQube, and the platform in a real Kubernetes API. First while all is well, then while one thing after the other is broken. Each view is looked at ${LOOKS_IN_WORDS}: axe judges what gomon draws by the rules of WCAG 2.1 AA, and nothing of it may be wider than its place. The tabs of other people's plugins, which gomon does not draw, must show what they are there for. Pictures of all that stay in \`.gomon/views\`. There is no Argo CD in this cluster: what it would write into its application is written by hand. What somebody reads who may not see health is held by \`packages/app/browser/withoutPermission.test.ts\`; sign-in, changes without a reload and the way by keyboard by \`metricsPipeline.test.ts\` beside it, reduced motion, and the links into a Grafana and a Kibana that are configured, by \`codeQuality.test.ts\`.`,
  async run(findings, only) {
    const cases = CASES.filter(({ name }) => only?.test(name) ?? true);
    await rm(PICTURES, { recursive: true, force: true });
    await mkdir(PICTURES, { recursive: true });
    const dir = await mkdtemp(join(tmpdir(), 'gomon-verify-'));
    const stack = await startStack({
      dir,
      portal: true,
      with: cases.flatMap(({ part }) => part ?? []),
    });
    try {
      const { frontend } = stack.urls;
      const portal = await openPortal(frontend);
      findings.version('Chromium', portal.browser.version());
      const judge = createJudge(portal.page, frontend, PICTURES, findings);
      const place: ViewPlace = { dir, stack, judge, findings };
      try {
        for (const { settle } of cases) await settle(place);
        for (const { views: own, tab } of cases) {
          await judge.all(own, 'all well');
          if (tab) await judge.tab(tab, 'all well');
        }
        for (const { views: own, tab, faults } of cases) {
          for (const { state, make, mend, tabShows } of faults) {
            await make(place);
            await judge.all(own, state);
            if (tab && tabShows) {
              await judge.tab({ ...tab, shows: tabShows }, state);
            }
            await mend?.(place);
          }
        }
      } finally {
        await portal.close();
      }
    } finally {
      await stack.stop();
      await rm(dir, { recursive: true, force: true });
    }
  },
};
