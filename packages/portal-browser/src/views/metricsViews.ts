import { hostname } from 'node:os';
import type { Page } from 'playwright-core';
import type { View } from './view';

const WITHIN_MS = 60_000;

const shows = (role: 'region' | 'list' | 'table', name: string) =>
  function ready(page: Page) {
    return page
      .getByRole(role, { name })
      .first()
      .waitFor({ timeout: WITHIN_MS });
  };

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
    async ready(page) {
      await page
        .getByRole('link', { name: 'All checks' })
        .waitFor({ timeout: WITHIN_MS });
    },
  },
  {
    name: 'system overview',
    path: '/catalog/default/system/gomon',
    async ready(page) {
      await page
        .getByRole('link', { name: /VictoriaMetrics/ })
        .first()
        .waitFor({ timeout: WITHIN_MS });
    },
  },
];
