import { applyLook } from '@gomon/portal-browser';
import type { Page } from 'playwright-core';
import { LOOKS } from './looks';

/** A tab of somebody else's plugin on a component: axe judges what gomon draws, so words alone are looked for. */
export interface Tab {
  name: string;
  /** Below the portal's address. */
  path: string;
  /** Words that stand there only where it has what it shows. */
  shows: string;
}

const WITHIN_MS = 60_000;

/** Opens a tab and looks for words in each of the ways; in how many of them they are not to be seen. */
export async function lookAtTab(
  page: Page,
  base: string,
  { path, shows }: Tab,
  pictures: string,
): Promise<number> {
  let missing = 0;
  await page.goto(base + path);
  for (const look of LOOKS) {
    const { scheme, width } = look;
    await applyLook(page, look);
    const isShown = await page
      .getByText(shows)
      .first()
      .waitFor({ timeout: WITHIN_MS })
      .then(
        () => true,
        () => false,
      );
    if (!isShown) missing += 1;
    await page.screenshot({ path: `${pictures}-${scheme}-${width}.png` });
  }
  return missing;
}
