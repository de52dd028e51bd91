import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { npmInstall } from './node.mjs';
import { toolchainDir } from './places.mjs';
import { lastWords, onPath, runProgram } from './program.mjs';
import { step } from './progress.mjs';

const VERSION = '4.18.1';
const home = join(toolchainDir, 'node_modules', '@yarnpkg', 'cli-dist');
const own = join(home, 'bin', 'yarn.js');

/** The folder of our own `yarn`, once there is one: it belongs on PATH. */
export function ownYarnFolder() {
  return existsSync(own)
    ? join(toolchainDir, 'node_modules', '.bin')
    : undefined;
}

/** How to call Yarn 4: the one on PATH, else one of our own. */
export async function ensureYarn({ node }) {
  if (await isYarn4OnPath()) {
    return { file: onPath('yarn'), args: [] };
  }
  if (installedVersion() !== VERSION) {
    await step(`fetching Yarn ${VERSION}`, fetchYarn);
  }
  return { file: node, args: [own] };
}

async function isYarn4OnPath() {
  const yarn = onPath('yarn');
  if (!yarn) {
    return false;
  }
  // A corepack shim may be what answers: it must not download, nor ask.
  const env = {
    ...process.env,
    COREPACK_ENABLE_NETWORK: '0',
    COREPACK_ENABLE_DOWNLOAD_PROMPT: '0',
  };
  const asked = await runProgram(yarn, ['--version'], {
    env,
    timeoutMs: 10_000,
  });
  return asked.code === 0 && asked.output.trim().startsWith('4.');
}

function installedVersion() {
  try {
    return JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
}

async function fetchYarn() {
  const { code, output } = await npmInstall(`@yarnpkg/cli-dist@${VERSION}`);
  if (code !== 0) {
    throw new Failure(
      `Yarn ${VERSION} could not be fetched (${lastWords(
        output,
      )}): check the network and npm's settings and try again, or put a Yarn 4 on PATH.`,
    );
  }
}
