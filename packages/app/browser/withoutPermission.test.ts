import {
  openPortal,
  startBarePortal,
  type BarePortal,
  type OpenPortal,
} from '@gomon/portal-browser';

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
  let bare: BarePortal;
  let portal: OpenPortal;

  beforeAll(async () => {
    bare = await startBarePortal({ entry: 'src/__testUtils__/refusingPortal' });
    portal = await openPortal(bare.url);
  });

  afterAll(async () => {
    await portal?.close();
    await bare?.stop();
  });

  it.each(PATHS)('reads why, and whom to ask, at %s', async path => {
    const { page } = portal;
    await page.goto(bare.url + path);
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
    await page.goto(
      `${bare.url}/catalog/default/component/gomon-aggregator/logs`,
    );
    await page.getByText('You may not read logs.').waitFor();
    expect(await page.getByText('the permission gomon.logs.read').count()).toBe(
      1,
    );
  });
});
