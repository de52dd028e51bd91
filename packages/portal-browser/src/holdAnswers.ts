import type { Page } from 'playwright-core';

/**
 * Keeps the answers of gomon's backend from a page, as a slow network does.
 *
 * @returns lets them through
 */
export async function holdAnswers(page: Page): Promise<() => Promise<void>> {
  let release = () => {};
  const released = new Promise<void>(done => {
    release = done;
  });
  await page.route('**/api/gomon/**', async route => {
    await released;
    await route.continue();
  });
  return async () => {
    release();
    await page.unrouteAll({ behavior: 'wait' });
  };
}
