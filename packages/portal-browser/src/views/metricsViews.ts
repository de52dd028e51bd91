import { hostname } from 'node:os';
import { shows, WITHIN_MS } from './shows';
import type { View } from './view';

/** Every page, tab and card of gomon's that a metrics pipeline with this machine's agent fills. */
export const metricsViews: View[] = [
  {
    name: 'pipelines',
    path: '/gomon/pipelines',
    ready: shows('region', 'Metrics pipeline'),
  },
  { name: 'hosts', path: '/gomon/hosts', ready: shows('table', 'Hosts') },
  {
    name: 'host',
    path: `/gomon/hosts/${encodeURIComponent(
      hostname(),
    )}?environment=default&range=1h`,
    async ready(page) {
      await page.getByRole('heading', { name: hostname() }).waitFor();
      // With the database away, the charts say so in words.
      await page
        .getByRole('slider')
        .or(page.getByText('The system that holds these figures'))
        .first()
        .waitFor({ timeout: WITHIN_MS });
    },
  },
  {
    name: 'timeline',
    path: '/gomon/timeline',
    ready: shows('list', 'Timeline'),
  },
  { name: 'setup', path: '/gomon/setup', ready: shows('list', 'Setup') },
  {
    name: 'Health tab',
    path: '/catalog/default/component/gomon-aggregator/health',
    ready: shows('table', 'Checks'),
  },
  {
    name: 'component overview',
    path: '/catalog/default/component/gomon-aggregator',
    ready: shows('link', 'All checks'),
  },
  {
    name: 'system overview',
    path: '/catalog/default/system/gomon',
    ready: shows('link', /VictoriaMetrics/),
  },
  {
    name: 'home widget',
    path: '/home',
    ready: shows('region', /^(How it is going|What is wrong, and what to do)$/),
  },
];
