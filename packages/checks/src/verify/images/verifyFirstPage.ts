import { launchChromium } from '@gomon/portal-browser';
import type { Findings } from '../findings';
import type { RunningImage } from './runningImage';

/** What a person sees who types the portal's host into a browser and presses the button. */
export async function verifyFirstPage(
  { name, part, port }: RunningImage,
  findings: Findings,
): Promise<void> {
  const { host, href } = new URL(part.env.GOMON_APP_URL);
  const browser = await launchChromium(
    // As an entry in the hosts file, and an ingress, would.
    `--host-resolver-rules=MAP ${host}:80 127.0.0.1:${port}`,
  );
  try {
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on('requestfailed', request => wrong.push(request.url()));
    let saw = 'the metrics pipeline';
    try {
      await page.goto(href);
      await page.getByRole('button', { name: 'Enter' }).click();
      await page.getByRole('region', { name: 'Metrics pipeline' }).waitFor();
    } catch (error) {
      const text = (await page.locator('body').innerText()).slice(0, 200);
      saw = `${text || 'an empty page'} (failed: ${
        wrong.slice(0, 2).join(', ') || String(error).slice(0, 200)
      })`;
    }
    findings.holds(
      `${name}: what Chromium shows at ${href} after Enter`,
      'the metrics pipeline',
      saw,
      saw === 'the metrics pipeline',
    );
  } finally {
    await browser.close();
  }
}
