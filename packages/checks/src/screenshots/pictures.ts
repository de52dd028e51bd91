import { hostname } from 'node:os';
import type { OpenPortal } from '@gomon/portal-browser';

type Page = OpenPortal['page'];

/** One picture of the documentation, taken in light and in dark. */
export interface Picture {
  /** Of its files in docs/images, before `-light.png` and `-dark.png`. */
  name: string;
  /** Below the portal's address. */
  path: string;
  /** What has to be seen before it is taken. */
  ready(page: Page): Promise<void>;
  /** In pixels. */
  height: number;
}

const charts = (page: Page) => page.getByRole('slider').first().waitFor();

async function healthTab(page: Page) {
  await page.getByRole('table', { name: 'Checks' }).waitFor();
  await charts(page);
  // The history comes last, and late where the database is away.
  await page.locator('.bui-Skeleton').first().waitFor({ state: 'detached' });
}

/** While all is well. */
export const calmPictures: Picture[] = [
  {
    name: 'pipelines',
    path: '/gomon/pipelines',
    ready: page =>
      page.getByRole('link', { name: 'VictoriaMetrics: ok' }).first().waitFor(),
    height: 900,
  },
  {
    name: 'hosts',
    path: '/gomon/hosts',
    ready: page => page.getByRole('row', { name: hostname() }).waitFor(),
    height: 420,
  },
  {
    name: 'health-tab',
    path: '/catalog/default/component/gomon-aggregator/health?range=1h',
    ready: healthTab,
    height: 1000,
  },
];

/** While VictoriaMetrics is down, and everybody has noticed. */
export const brokenPictures: Picture[] = [
  {
    name: 'victoria-metrics-down',
    path: '/gomon/pipelines',
    async ready(page) {
      const pipeline = page.getByRole('region', { name: 'Metrics pipeline' });
      await pipeline.getByText('blocked by VictoriaMetrics').waitFor();
    },
    height: 900,
  },
  {
    name: 'victoria-metrics-down-health',
    path: '/catalog/default/resource/victoria-metrics/health?range=1h',
    ready: healthTab,
    height: 900,
  },
];
