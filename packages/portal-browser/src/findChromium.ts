import { existsSync } from 'node:fs';
import { lastLine, onPath, Problem, run } from '@gomon/dev-stack';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];
const ON_MACOS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const CHOICES =
  'install Chromium or Chrome (Debian: apt-get install chromium; macOS: brew install --cask google-chrome), or set CHROME_PATH to one';

/**
 * The browser of the browser tests: CHROME_PATH, then PATH, then where macOS
 * keeps it. Root on Debian gets it installed with the libraries it needs.
 */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) {
    throw new Problem(
      `CHROME_PATH names ${named}, which does not exist: correct it or unset it.`,
    );
  }
  const found = named ?? onPath(...NAMES) ?? ON_MACOS.find(existsSync);
  return found ?? installOnDebian();
}

async function installOnDebian(): Promise<string> {
  if (!onPath('apt-get')) {
    throw new Problem(`There is no Chromium on this machine: ${CHOICES}.`);
  }
  if (process.getuid?.() !== 0) {
    throw new Problem(
      `There is no Chromium on PATH, and only root may install it: ${CHOICES}.`,
    );
  }
  const install = () =>
    aptGet('install', '-y', '--no-install-recommends', 'chromium');
  let { code, output } = await install();
  if (code !== 0) {
    // No package lists on this machine, or too old ones.
    await aptGet('update');
    ({ code, output } = await install());
  }
  const installed = onPath('chromium');
  if (code !== 0 || !installed) {
    throw new Problem(
      `Chromium could not be installed (${lastLine(output)}): ${CHOICES}.`,
    );
  }
  return installed;
}

function aptGet(...args: string[]) {
  return run({
    file: 'apt-get',
    args: ['-q', ...args],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
