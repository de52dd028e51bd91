import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './findChromium';

/**
 * Starts Chromium without a window.
 *
 * @param more - arguments besides the usual ones
 */
export async function launchChromium(...more: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    // Root has no sandbox; the rest keeps the browser from looking for servers of its maker.
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}
