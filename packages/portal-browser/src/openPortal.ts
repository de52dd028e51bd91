import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './launchChromium';

/** A portal that a guest has entered, in a browser of its own. */
export interface OpenPortal {
  browser: Browser;
  page: Page;
  close(): Promise<void>;
}

/** For what comes at once on an idle machine, and much later on a busy one. */
const PATIENCE_MS = 120_000;

/**
 * Starts Chromium and enters the portal as guest, by the button that a person presses.
 *
 * @param url - The portal's address.
 */
export async function openPortal(
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenPortal> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      ...options,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    await page.goto(url);
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('link', { name: 'gomon' }).first().waitFor();
    return { browser, page, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
