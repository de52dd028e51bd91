import { launchChromium } from '@gomon/portal-browser';

/** What a person sees of gomon in a portal. */
export interface Seen {
  /** The stage of the example entity on the page. */
  page: string;
  /** The first line of its Health tab. */
  tab: string;
  /** Errors of the browser's console that name gomon. */
  errors: string[];
}

const WITHIN_MS = 120_000;

/** Opens the page and the tab of the example entity, as a guest. */
export async function lookAtPortal(url: string): Promise<Seen> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', error => errors.push(error.message));
    await page.goto(`${url}/gomon`);
    const stage = page.getByRole('link', { name: /^orders-agent: / });
    const enter = page.getByRole('button', { name: 'Enter' });
    await stage.or(enter).first().waitFor({ timeout: WITHIN_MS });
    if (await enter.isVisible()) await enter.click();
    await stage.waitFor({ timeout: WITHIN_MS });
    const onPage = (await stage.getAttribute('aria-label')) ?? '';
    await stage.click();
    const tab = page.getByRole('region', { name: 'Health of orders-agent' });
    await tab.waitFor({ timeout: WITHIN_MS });
    const heading = await tab.getByRole('heading').first().textContent();
    return { page: onPage, tab: heading ?? '', errors };
  } finally {
    await browser.close();
  }
}
