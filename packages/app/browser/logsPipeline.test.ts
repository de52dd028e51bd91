import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack, type RunningStack } from '@gomon/dev-stack';
import {
  openPortal,
  violationsOf,
  type OpenPortal,
} from '@gomon/portal-browser';

/** What runs here; Kibana, the last stage, cannot be had. */
const STAGES = ['gomon aggregator', 'Filebeat', 'Logstash', 'Elasticsearch'];
const GREEN_WITHIN_MS = 120_000;

describe('the logs pipeline in the portal', () => {
  let dir: string;
  let stack: RunningStack;
  let portal: OpenPortal;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'gomon-browser-'));
    stack = await startStack({
      dir,
      portal: true,
      with: ['logs'],
      agentIntervalMs: 1_000,
    });
    portal = await openPortal(stack.urls.frontend);
  });

  afterAll(async () => {
    await portal?.close();
    await stack?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  const lines = () =>
    portal.page
      .getByRole('region', { name: 'Lines, newest first' })
      .getByRole('listitem');

  it('is live: every stage is ok, and lines written are held against documents stored', async () => {
    const { page } = portal;
    await page.goto(`${stack.urls.frontend}/gomon`);
    const pipeline = page.getByRole('region', { name: 'Logs pipeline' });
    for (const title of STAGES) {
      await pipeline
        .getByRole('link', { name: `${title}: ok`, exact: true })
        .waitFor({ timeout: GREEN_WITHIN_MS });
    }
    await pipeline
      .locator('[data-figure]')
      .first()
      .waitFor({ timeout: GREEN_WITHIN_MS });
    const seen = (
      await pipeline.locator('[data-figure]').allTextContents()
    ).join();
    expect(seen).toMatch(/lines|documents/);
  });

  it('shows the lines of a component, newest first, and finds them', async () => {
    const { page } = portal;
    await page.goto(
      `${stack.urls.frontend}/catalog/default/component/gomon-aggregator/logs`,
    );
    await lines().first().waitFor({ timeout: 60_000 });
    const times = await lines()
      .locator('time')
      .evaluateAll(all => all.map(time => time.getAttribute('datetime')!));
    expect(times.length).toBeGreaterThan(10);
    expect(times).toEqual([...times].sort().reverse());

    await page
      .getByRole('searchbox', { name: 'Search lines' })
      .fill('log opened');
    await page.getByText('1 line', { exact: true }).waitFor();
    expect(await lines().first().textContent()).toContain('Log opened');
    await page.getByRole('searchbox', { name: 'Search lines' }).fill('');
    await page.getByText(/^[\d,]+ of [\d,]+ lines$/).waitFor();
  });

  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['dark', 360],
  ] as const)(
    'breaks no rule of WCAG AA: %s, %i px',
    async (colorScheme, width) => {
      const { page } = portal;
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      // In another theme the whole portal is rendered anew.
      await page.reload();
      await lines().first().waitFor();
      expect(await violationsOf(page)).toEqual([]);
      // The row of all tabs is the portal's own: what may not be wider is the tab.
      const right = await lines()
        .first()
        .evaluate(line => line.getBoundingClientRect().right);
      expect(right).toBeLessThanOrEqual(width);
    },
  );

  it('names Elasticsearch when it is killed, and has words of its own on the Logs tab', async () => {
    const { page } = portal;
    await page.setViewportSize({ width: 1440, height: 900 });
    await stack.components.elasticsearch.kill();
    await page.reload();
    await page
      .getByText('Elasticsearch, which holds the lines, cannot be read.')
      .waitFor({ timeout: 60_000 });
    await page.goto(`${stack.urls.frontend}/gomon`);
    const cause = page.getByRole('region', {
      name: 'What is wrong, and what to do',
    });
    await cause
      .getByRole('heading', { name: /Elasticsearch/ })
      .waitFor({ timeout: GREEN_WITHIN_MS });
    expect(await cause.textContent()).toContain('Nothing is lost');
  });
});
