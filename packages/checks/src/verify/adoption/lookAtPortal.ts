import { launchChromium } from '@gomon/portal-browser';

/** What a person sees of gomon in a portal. */
export interface Seen {
  /** The stage of the example entity on the page. */
  page: string;
  /** The first line of its Health tab. */
  tab: string;
  /** Where the overview's card leads. */
  card: string;
  /** What the browser says of errors. */
  errors: string[];
}

const WITHIN_MS = 120_000;

/** Goes from the sidebar to the page, and on to the tab and the card of the example entity, as a guest. */
export async function lookAtPortal(url: string): Promise<Seen> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(WITHIN_MS);
    const errors: string[] = [];
    page.on('pageerror', error => errors.push(error.message));
    await page.goto(url);
    const sidebar = page.getByRole('link', { name: 'gomon', exact: true });
    const enter = page.getByRole('button', { name: 'Enter' });
    await sidebar.or(enter).first().waitFor();
    if (await enter.isVisible()) await enter.click();
    await sidebar.click();
    const stage = page.getByRole('link', { name: /^orders-agent: / });
    await stage.waitFor();
    const onPage = (await stage.getAttribute('aria-label')) ?? '';
    await stage.click();
    const tab = page.getByRole('region', { name: 'Health of orders-agent' });
    const heading = await tab.getByRole('heading').first().textContent();
    await page.goto(`${url}/catalog/default/component/orders-agent`);
    const card = page.getByRole('link', { name: 'All checks' });
    const leadsTo = await card.getAttribute('href');
    return { page: onPage, tab: heading ?? '', card: leadsTo ?? '', errors };
  } finally {
    await browser.close();
  }
}
