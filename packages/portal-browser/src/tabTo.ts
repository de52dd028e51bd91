import type { Page } from 'playwright-core';

/** More steps than this nobody takes. */
const MOST_STEPS = 60;

/**
 * Presses Tab until a link or button of a name has the focus, as a person without a mouse does, and presses Enter.
 *
 * @returns how many steps it took
 */
export async function tabTo(page: Page, name: RegExp): Promise<number> {
  for (let steps = 1; steps <= MOST_STEPS; steps += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (name.test(focused)) {
      await page.keyboard.press('Enter');
      return steps;
    }
  }
  throw new Error(`No ${name} within ${MOST_STEPS} steps of the Tab key`);
}
