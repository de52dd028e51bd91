import type { Page } from 'playwright-core';

/** How a view is looked at. */
export interface Look {
  scheme: 'light' | 'dark';
  /** Of the window, in pixels. */
  width: number;
}

/** Has a page shown in one of the ways, and waits until its theme is. */
export async function applyLook(
  page: Page,
  { scheme, width }: Look,
): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: scheme });
  await page
    .locator(`body[data-theme-mode="${scheme}"]`)
    .waitFor({ state: 'attached' });
}
