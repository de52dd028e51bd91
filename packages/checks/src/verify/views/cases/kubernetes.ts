import { join } from 'node:path';
import {
  findControlPlane,
  Problem,
  run,
  stackDirectories,
} from '@gomon/dev-stack';
import { deploymentViews } from '@gomon/portal-browser';
import {
  patchApplication,
  type ApplicationState,
} from '../../kubernetes/application';
import { stackCommand } from '../stackCommand';
import type { ViewCase, ViewPlace } from '../viewCase';

const AGGREGATOR = '/catalog/default/component/gomon-aggregator';

/** The Kubernetes tab, and what Argo CD's application in the same cluster fills. */
export const kubernetes: ViewCase = {
  name: 'kubernetes',
  part: 'kubernetes',
  views: deploymentViews,
  tab: {
    name: 'Kubernetes',
    path: `${AGGREGATOR}/kubernetes`,
    // It says that no pod has errors without any pod, too.
    shows: '1 pod',
  },
  async settle(place) {
    await writeApplication(place, 'synced');
    await place.judge.says(AGGREGATOR, /gomon is synced to /);
  },
  faults: [
    {
      state: 'application out of sync',
      async make(place) {
        await writeApplication(place, 'out-of-sync');
        await place.judge.says(AGGREGATOR, /gomon is out of sync/);
      },
    },
    {
      state: 'Kubernetes API away',
      async make(place) {
        await stackCommand(place, 'kill', 'kubernetes-proxy');
        await place.judge.says(AGGREGATOR, 'Argo CD does not answer.');
      },
      tabShows: 'There was a problem retrieving Kubernetes objects',
    },
  ],
};

async function writeApplication(
  { dir, findings }: ViewPlace,
  state: ApplicationState,
): Promise<void> {
  const { kubectl } = await findControlPlane();
  const args = patchApplication(state);
  findings.ran(
    'kubectl patch application gomon -n argocd # as Argo CD writes it',
  );
  const kubeconfig = join(
    stackDirectories(dir).state,
    'kubernetes',
    'kubeconfig',
  );
  const { code, output } = await run({
    file: kubectl,
    args,
    env: { ...process.env, KUBECONFIG: kubeconfig },
  });
  if (code !== 0) throw new Problem(`kubectl patch: ${output.trim()}`);
}
