import { shows } from './shows';
import type { View } from './view';

/** What an application of Argo CD fills. */
export const deploymentViews: View[] = [
  {
    name: 'Argo CD card',
    path: '/catalog/default/component/gomon-aggregator',
    ready: async page => {
      await shows('heading', 'Deployment')(page);
      await page
        .getByText(/gomon is (synced to|out of sync)|Argo CD does not/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'Health tab of Argo CD',
    path: '/catalog/default/resource/argocd/health',
    ready: shows('table', 'Checks'),
  },
];
