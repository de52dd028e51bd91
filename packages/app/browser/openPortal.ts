import {
  chromium,
  type Browser,
  type BrowserContextOptions,
} from 'playwright-core';

/** A portal that a guest has entered, in a browser of its own. */
export interface OpenPortal {
  browser: Browser;
  page: Awaited<ReturnType<Browser['newPage']>>;
  close(): Promise<void>;
}

/**
 * Starts Chromium and enters the portal as guest, by the button that a person presses.
 *
 * @param url - The portal's address.
 */
export async function openPortal(
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenPortal> {
  const executablePath = process.env.CHROME_PATH;
  if (!executablePath) {
    throw new Error(
      'CHROME_PATH is not set: run the browser tests by `yarn test browser`, which finds Chromium',
    );
  }
  const browser = await chromium.launch({
    executablePath,
    // Root has no sandbox; the rest keeps the browser from looking for servers of its maker.
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      ...options,
    });
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
