import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from './environment.mjs';
import { Failure } from './failure.mjs';
import { logFile, root } from './places.mjs';
import { lastWords, onPath, runProgram } from './program.mjs';
import { step } from './progress.mjs';
import { ensureYarn } from './yarn.mjs';

// Inside node_modules, so that who removes that folder removes the record too.
const record = join(root, 'node_modules', '.gomon-installed');

/** Installs the dependencies when anything that decides about them has changed. */
export async function ensureDependencies(toolchain) {
  const wanted = fingerprint(toolchain.version);
  if (existsSync(record) && readFileSync(record, 'utf8') === wanted) {
    return {};
  }
  const yarn = await ensureYarn(toolchain);
  await step('installing dependencies (minutes, the first time)', () =>
    install(yarn, toolchain),
  );
  writeFileSync(record, wanted);
  return { yarn };
}

function fingerprint(nodeVersion) {
  const hash = createHash('sha256');
  // Native modules are compiled against one major version of Node.
  hash.update(`${nodeVersion.split('.')[0]} ${process.arch}`);
  for (const file of ['yarn.lock', '.yarnrc.yml', 'package.json']) {
    hash.update(`\n${file}\n`).update(read(file));
  }
  for (const folder of ['packages', 'plugins', 'services']) {
    for (const name of list(folder)) {
      const file = `${folder}/${name}/package.json`;
      hash.update(`\n${file}\n`).update(read(file));
    }
  }
  for (const name of list('.yarn/patches')) {
    hash.update(`\n${name}\n`).update(read(`.yarn/patches/${name}`));
  }
  return hash.digest('hex');
}

function read(file) {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path) : '';
}

function list(folder) {
  const path = join(root, folder);
  return existsSync(path) ? readdirSync(path).sort(byCodeUnits) : [];
}

// The same order on every machine, whatever its language.
function byCodeUnits(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

async function install(yarn, toolchain) {
  const env = {
    ...environment(toolchain),
    ...(await registry()),
  };
  const args = [...yarn.args, 'install', '--immutable'];
  const { code, output } = await runProgram(yarn.file, args, { env });
  if (code !== 0) {
    throw new Failure(describe(output));
  }
}

/** Yarn does not read npm's settings: hand it the registry that npm is told to use. */
async function registry() {
  if (process.env.YARN_NPM_REGISTRY_SERVER) {
    return {};
  }
  // The short list names only what differs from npm's defaults.
  const { output } = await runProgram(onPath('npm') ?? 'npm', [
    'config',
    'list',
  ]);
  const url = /^registry = "([^"]+)"/m.exec(output)?.[1];
  return url ? { YARN_NPM_REGISTRY_SERVER: url.replace(/\/$/, '') } : {};
}

function describe(output) {
  if (/YN0028/.test(output)) {
    return `The dependencies were not installed: yarn.lock does not fit the package.json files: run \`node scripts/run.mjs yarn install\` and commit yarn.lock.`;
  }
  if (/YN0009|couldn't be built/.test(output)) {
    return `The dependencies were not installed: a native module could not be compiled: install python3, make and a C++ compiler and try again; ${logFile} has the compiler's words.`;
  }
  return `The dependencies were not installed (${lastWords(
    output,
  )}): check the network and npm's settings and try again; ${logFile} has all that Yarn said.`;
}
