import type { Page } from 'playwright-core';
import { markOurs, OURS } from './markOurs';

/** How long a page may take to lay itself out anew after its window became another. */
const SETTLES_WITHIN_MS = 3_000;
const EVERY_MS = 100;

/** By how many pixels what gomon draws is wider than the window, or than the place it has, and stays so. */
export async function overflowOf(page: Page): Promise<number> {
  let overflow = await overflowNow(page);
  for (
    let waited = 0;
    overflow > 0 && waited < SETTLES_WITHIN_MS;
    waited += EVERY_MS
  ) {
    await page.waitForTimeout(EVERY_MS);
    overflow = await overflowNow(page);
  }
  return overflow;
}

async function overflowNow(page: Page): Promise<number> {
  await markOurs(page);
  return page.evaluate(attribute => {
    const roots = [...document.querySelectorAll(`[${attribute}]`)];
    const beyond = roots.map(root =>
      Math.max(
        root.getBoundingClientRect().right - window.innerWidth,
        root.scrollWidth - root.clientWidth,
      ),
    );
    return Math.round(Math.max(0, ...beyond));
  }, OURS);
}
