import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack, type RunningStack } from '@gomon/dev-stack';
import {
  judgeView,
  metricsViews,
  openPortal,
  tabTo,
  type OpenPortal,
} from '@gomon/portal-browser';

/** The stages that carry a sample; Grafana, the last, is not set up in development. */
const STAGES = ['gomon agent', 'Kafka', 'gomon aggregator', 'VictoriaMetrics'];

/** What the issue of naming a cause allows, and the way back to green. */
const CAUSE_WITHIN_MS = 30_000;
const GREEN_WITHIN_MS = 60_000;

/** Opposites of each other; `yarn verify views` looks in every way, and while all is well, too. */
const LOOKS = [
  { scheme: 'light', width: 1440 },
  { scheme: 'dark', width: 360 },
] as const;

describe('the metrics pipeline in the portal', () => {
  let dir: string;
  let stack: RunningStack;
  let portal: OpenPortal;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'gomon-browser-'));
    stack = await startStack({ dir, portal: true, agentIntervalMs: 1_000 });
    portal = await openPortal(stack.urls.frontend);
  });

  beforeEach(async () => {
    await portal.page.goto(`${stack.urls.frontend}/gomon`);
  });

  afterAll(async () => {
    await portal?.close();
    await stack?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  const pipeline = () =>
    portal.page.getByRole('region', { name: 'Metrics pipeline' });

  const stage = (title: string, status: string) =>
    pipeline().getByRole('link', { name: `${title}: ${status}`, exact: true });

  /** Waits until every stage is ok, and says which are. */
  async function healthyStages(timeout: number) {
    const healthy: string[] = [];
    for (const title of STAGES) {
      await stage(title, 'ok').waitFor({ timeout });
      healthy.push(title);
    }
    return healthy;
  }

  it('shows four healthy stages', async () => {
    expect(await healthyStages(GREEN_WITHIN_MS)).toEqual(STAGES);
  });

  it('moves the figures between them without a reload', async () => {
    const figures = pipeline().locator('[data-figure]');
    await figures.first().waitFor();
    const before = (await figures.allTextContents()).join();
    await portal.page.waitForFunction(
      seen =>
        Array.from(
          document.querySelectorAll('[data-figure]'),
          element => element.textContent,
        ).join() !== seen,
      before,
    );
    expect(await figures.count()).toBeGreaterThan(2);
  });

  it('has a Health tab with the checks of a component', async () => {
    const { page } = portal;
    await stage('VictoriaMetrics', 'ok').click();
    await page.getByRole('heading', { name: 'VictoriaMetrics' }).waitFor();
    const checks = page.getByRole('table', { name: /checks/i });
    await checks.getByRole('row', { name: /Takes writes/ }).waitFor();
    await page.getByText('yarn stack start victoria-metrics').first().waitFor();
    expect(
      await checks.getByRole('row', { name: /Newest sample/ }).count(),
    ).toBe(1);
  });

  it('lets nobody read who has not signed in', async () => {
    const { request } = portal.page;
    for (const path of ['pipelines', 'hosts', 'silences', 'doctor']) {
      const answer = await request.get(
        `${stack.urls.backend}/api/gomon/${path}`,
      );
      expect([path, answer.status()]).toEqual([path, 401]);
    }
  });

  it('names VictoriaMetrics as the cause when it is killed, and the aggregator as affected', async () => {
    await healthyStages(GREEN_WITHIN_MS);
    await stack.components['victoria-metrics'].kill();
    const cause = portal.page.getByRole('region', {
      name: 'What is wrong, and what to do',
    });
    await cause
      .getByRole('heading', { name: /VictoriaMetrics/ })
      .waitFor({ timeout: CAUSE_WITHIN_MS });
    await stage('VictoriaMetrics', 'down').waitFor();
    await pipeline().getByText('blocked by VictoriaMetrics').waitFor({
      timeout: CAUSE_WITHIN_MS,
    });
    expect(await pipeline().locator('[data-role="cause"]').count()).toBe(1);
  });

  it('leads by keyboard alone to the failing check', async () => {
    const { page } = portal;
    await page
      .getByRole('region', { name: 'What is wrong, and what to do' })
      .waitFor();
    const steps = await tabTo(page, /^See its checks: VictoriaMetrics$/);
    const checks = page.getByRole('table', { name: 'Checks' });
    await checks.waitFor();
    // The worst one stands first, below the header.
    const first = await checks.getByRole('row').nth(1).textContent();
    expect(first).toMatch(/down/);
    expect(steps).toBeLessThan(60);
  });

  it('keeps a component quiet with a reason, and still shows the truth', async () => {
    const { page } = portal;
    await stage('VictoriaMetrics', 'down').click();
    await page.getByRole('button', { name: 'Keep it quiet' }).click();
    await page
      .getByRole('textbox', { name: /Why/ })
      .fill('A new disk is on its way');
    await page.getByRole('button', { name: 'Keep quiet', exact: true }).click();
    const panel = page.getByRole('region', { name: 'Kept quiet' });
    await panel.getByText('A new disk is on its way').waitFor();
    expect(await panel.textContent()).toMatch(/Acknowledged by .*guest/i);

    await page.goto(`${stack.urls.frontend}/gomon`);
    await stage('VictoriaMetrics', 'down').waitFor();
    await pipeline().getByText('kept quiet').waitFor();
    await page.getByRole('button', { name: /^End/ }).click();
    await panel.waitFor({ state: 'detached' });
  });

  it.each(metricsViews)(
    'is sound while VictoriaMetrics is down: $name',
    async view => {
      const { page } = portal;
      expect(await judgeView(page, stack.urls.frontend, view, LOOKS)).toEqual(
        [],
      );
    },
  );

  it('turns green again when VictoriaMetrics is back', async () => {
    await stack.components['victoria-metrics'].start();
    expect(await healthyStages(GREEN_WITHIN_MS)).toEqual(STAGES);
  });
});
