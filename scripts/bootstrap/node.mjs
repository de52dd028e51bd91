import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure } from './failure.mjs';
import { toolchainDir } from './places.mjs';
import { lastWords, onPath, runProgram } from './program.mjs';
import { step } from './progress.mjs';

// Backstage needs Node 22 or 24. From 24.19 on, better-sqlite3 12 aborts the
// backend at the first idle garbage collection (Statement::~Statement).
const VERSION = '24.18.1';

export function isSuitable(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return (major === 22 && minor >= 12) || (major === 24 && minor < 19);
}

/** The Node that everything runs on: this one where it suits, else one of our own. */
export async function ensureNode() {
  if (isSuitable(process.version)) {
    return describe(process.execPath, process.version);
  }
  const home = join(toolchainDir, 'node_modules', packageName());
  const node = join(home, 'bin', 'node');
  if (!existsSync(node) || (await versionOf(node)) !== VERSION) {
    await step(
      `fetching Node ${VERSION} (this machine has ${process.version})`,
      fetchNode,
    );
  }
  return describe(node, `v${VERSION}`);
}

function describe(node, version) {
  const home = resolve(dirname(node), '..');
  const headers = existsSync(join(home, 'include', 'node', 'node.h'));
  return { node, version, headers: headers ? home : undefined };
}

// The packages that carry the binaries, taken directly: the `node` package
// fetches them from an install script, which some machines forbid.
function packageName() {
  const { platform, arch } = process;
  const prefix =
    platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform}-${arch}`;
}

async function versionOf(node) {
  const { output } = await runProgram(node, ['--version']);
  return output.trim().replace(/^v/, '');
}

async function fetchNode() {
  const wanted = `${packageName()}@${VERSION}`;
  const { code, output } = await npmInstall(wanted);
  if (code !== 0) {
    throw new Failure(
      `Node ${VERSION} could not be fetched (${lastWords(
        output,
      )}): check the network and npm's settings and try again, or put a Node 22 or 24 below 24.19 on PATH.`,
    );
  }
}

/** Puts a package into the toolchain's folder by the npm of this machine. */
export async function npmInstall(wanted) {
  const npm = onPath('npm');
  if (!npm) {
    throw new Failure(
      `npm is not on PATH, and it is needed to fetch ${wanted}: install Node with npm and try again.`,
    );
  }
  const where = ['--prefix', toolchainDir, '--no-audit', '--no-fund'];
  return runProgram(npm, ['install', ...where, '--save-exact', wanted]);
}
