import {
  codeQualityViews,
  holdAnswers,
  judgeView,
  motionOf,
  openPortal,
  startBarePortal,
  type BarePortal,
  type OpenPortal,
} from '@gomon/portal-browser';
import { FakeSonarqube, TOKEN } from './codeQuality/FakeSonarqube';

const COMPONENT = '/catalog/default/component/gomon-aggregator';

/** Where Grafana and Kibana are said to be: nobody answers there, and links need nobody to. */
const ELSEWHERE = 'http://127.0.0.1:9';

/** Opposites of each other. */
const LOOKS = [
  { scheme: 'light', width: 1440 },
  { scheme: 'dark', width: 360 },
] as const;

describe('the code-quality pipeline in the portal', () => {
  const sonarqube = new FakeSonarqube();
  let bare: BarePortal;
  let portal: OpenPortal;
  let url: string;

  beforeAll(async () => {
    await sonarqube.start();
    bare = await startBarePortal({
      env: {
        APP_CONFIG_sonarqube_instances: JSON.stringify([
          {
            name: 'default',
            baseUrl: sonarqube.url,
            apiKey: TOKEN,
            authType: 'Bearer',
          },
        ]),
        APP_CONFIG_grafana_domain: ELSEWHERE,
        APP_CONFIG_gomon_kibana: JSON.stringify([
          { name: 'default', url: ELSEWHERE, publicUrl: ELSEWHERE },
        ]),
      },
    });
    url = bare.url;
    portal = await openPortal(url, { timezoneId: 'Asia/Kathmandu' });
  });

  afterAll(async () => {
    await portal?.close();
    await bare?.stop();
    await sonarqube.stop();
  });

  const sonarqubeIs = async (status: string) => {
    await portal.page.goto(`${url}/gomon`);
    await portal.page
      .getByRole('region', { name: 'Code quality pipeline' })
      .getByRole('link', { name: `SonarQube: ${status}`, exact: true })
      .waitFor();
  };

  it('shows SonarQube on its map, and the verdict on the component', async () => {
    const { page } = portal;
    await sonarqubeIs('ok');
    await page.goto(url + COMPONENT);
    await page.getByText('gomon passes gomon-quality-gate.').waitFor();
    const conditions = page.getByRole('list', {
      name: 'Conditions of gomon-quality-gate',
    });
    expect(await conditions.textContent()).toContain(
      'Coverage on new code 92.5 %',
    );
  });

  it("has the tab of the community's plugin, and not its card beside ours", async () => {
    const { page } = portal;
    await page.goto(url + COMPONENT);
    await page.getByRole('heading', { name: 'Code quality' }).waitFor();
    expect(await page.getByText('Gate passed').count()).toBe(0);
    await page.getByRole('link', { name: 'SonarQube', exact: true }).click();
    await page.getByText('Gate passed').waitFor();
    expect(await page.getByText('92.4%').count()).toBe(1);
  });

  it('leads into Grafana and Kibana from the card beside it', async () => {
    const { page } = portal;
    const link = (name: RegExp) => page.getByRole('link', { name }).first();
    const grafana = link(/^Dashboard gomon-pipeline in Grafana, range 1.d$/);
    const wrong = await judgeView(
      page,
      url,
      { name: 'links card', path: COMPONENT, ready: () => grafana.waitFor() },
      LOOKS,
    );
    expect(wrong).toEqual([]);
    expect(await grafana.getAttribute('href')).toMatch(
      /\/d\/gomon-pipeline\?from=now-24h&to=now/,
    );
    const kibana = link(/^Log lines of .+ in Kibana, range 1.d$/);
    expect(await kibana.getAttribute('href')).toMatch(
      /gomon-aggregator-logs.*now-24h|now-24h.*gomon-aggregator-logs/,
    );
  });

  it("says when it was analysed in the reader's zone", async () => {
    const { page } = portal;
    await page.goto(url + COMPONENT);
    const analysed = page.locator(`time[datetime^="2026-01-01T10:00:00"]`);
    await analysed.first().waitFor();
    expect(await analysed.first().getAttribute('title')).toMatch(
      /Jan 1, 2026.* 3:45:00.PM GMT\+5:45/,
    );
  });

  it('stands still while it loads where motion is to be reduced', async () => {
    const { page } = portal;
    const release = await holdAnswers(page);
    await page.goto(`${url}/gomon`);
    await page.getByRole('status', { name: 'Loading' }).waitFor();
    expect(await motionOf(page)).not.toEqual([]);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await motionOf(page)).toEqual([]);
    await release();
    await page.emulateMedia({ reducedMotion: null });
  });

  it('says what a red gate takes, without a reload', async () => {
    const { page } = portal;
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(url + COMPONENT);
    await page.getByText('gomon passes gomon-quality-gate.').waitFor();
    sonarqube.verdict = 'ERROR';
    await page.getByText('gomon fails gomon-quality-gate').first().waitFor();
    expect(await page.getByText('6 more lines or branches').count()).toBe(1);
  });

  it('names SonarQube when it does not answer', async () => {
    await sonarqube.stop();
    await sonarqubeIs('down');
    const wrong = portal.page.getByRole('region', {
      name: 'What is wrong, and what to do',
    });
    expect(await wrong.textContent()).toContain('SonarQube does not answer');
  });

  it.each(codeQualityViews)('is sound without SonarQube: $name', async view => {
    expect(await judgeView(portal.page, url, view, LOOKS)).toEqual([]);
  });
});
