import type { Page } from 'playwright-core';
import { markOurs, OURS } from './markOurs';

/** By how many pixels what gomon draws is wider than the window, or than the place it has. */
export async function overflowOf(page: Page): Promise<number> {
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
