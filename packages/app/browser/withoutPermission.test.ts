import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildFrontend,
  createPortalBackend,
  freePort,
  type Component,
} from '@gomon/dev-stack';
import { openPortal, type OpenPortal } from '@gomon/portal-browser';

/** Every place that shows health; none of gomon's servers has to run for that. */
const PATHS = [
  '/gomon/pipelines',
  '/gomon/hosts',
  '/gomon/timeline',
  '/gomon/setup',
  '/catalog/default/component/gomon-aggregator/health',
  '/catalog/default/component/gomon-aggregator',
];

describe('somebody who has signed in and may not see health', () => {
  let dir: string;
  let backend: Component;
  let portal: OpenPortal;
  let url: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'gomon-browser-'));
    const port = await freePort();
    url = `http://localhost:${port}`;
    const nobody = `127.0.0.1:${await freePort()}`;
    const env = {
      ...process.env,
      GOMON_APP_URL: url,
      GOMON_BACKEND_URL: url,
      KAFKA_BROKERS: nobody,
      VICTORIA_METRICS_URL: `http://${nobody}`,
      GOMON_AGGREGATOR_URL: `http://${nobody}`,
    };
    await buildFrontend(env);
    const entry = 'src/__testUtils__/refusingPortal';
    backend = createPortalBackend({ dir, port, entry, env });
    await backend.start();
    portal = await openPortal(url);
  });

  afterAll(async () => {
    await portal?.close();
    await backend?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  it.each(PATHS)('reads why, and whom to ask, at %s', async path => {
    const { page } = portal;
    await page.goto(url + path);
    await page
      .getByText('You may not see the health of the platform.')
      .first()
      .waitFor();
    expect(
      await page.getByText('the permission gomon.health.read').count(),
    ).toBeGreaterThan(0);
  });

  it('reads why there are no lines on the Logs tab', async () => {
    const { page } = portal;
    await page.goto(`${url}/catalog/default/component/gomon-aggregator/logs`);
    await page.getByText('You may not read logs.').waitFor();
    expect(await page.getByText('the permission gomon.logs.read').count()).toBe(
      1,
    );
  });
});
