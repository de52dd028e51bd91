import type { Page } from 'playwright-core';
import type { PageWatch } from './PageWatch';
import { untilItStands, type LargeView } from './views';

/** One way to a view. */
export interface Navigation {
  interactiveMs: number;
  /** Of gomon's backend. */
  requests: number;
}

/** By its address: the whole portal is loaded with it, as after a reload. */
export async function byAddress(
  page: Page,
  watch: PageWatch,
  url: string,
  view: LargeView,
): Promise<Navigation> {
  await page.goto('about:blank');
  await watch.begin();
  await page.goto(url + view.path, { waitUntil: 'commit' });
  await untilItStands(page, view);
  const interactiveMs = await watch.quietSince(await watch.now());
  return { interactiveMs, requests: watch.requests };
}

/** By a click inside of the portal, of which gomon has shown nothing yet but what lies on the way. */
export async function byClick(
  page: Page,
  watch: PageWatch,
  url: string,
  view: LargeView,
): Promise<Navigation> {
  await page.goto(`${url}/settings`);
  const onTheWay = view.clicks.slice(0, -1);
  const last = view.clicks[view.clicks.length - 1];
  for (const name of onTheWay) {
    await click(page, name);
  }
  const link = linkTo(page, last);
  await link.waitFor();
  await watch.quietSince(await watch.now());
  await watch.begin();
  const startedAt = await watch.now();
  await link.click();
  await untilItStands(page, view);
  const end = await watch.quietSince(await watch.now());
  return { interactiveMs: end - startedAt, requests: watch.requests };
}

function linkTo(page: Page, name: string) {
  return page
    .getByRole('link', { name, exact: true })
    .or(page.getByRole('tab', { name, exact: true }))
    .first();
}

function click(page: Page, name: string): Promise<void> {
  return linkTo(page, name).click();
}
