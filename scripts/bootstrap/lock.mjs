import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './places.mjs';

const file = resolve(root, '.gomon/run/set-up.lock');

/** Lets one set-up run at a time: two installs at once would ruin node_modules. */
export async function withLock(action) {
  mkdirSync(dirname(file), { recursive: true });
  let told = false;
  while (!taken()) {
    const owner = ownerOf();
    if (owner && !isAlive(owner)) {
      rmSync(file, { force: true });
    } else {
      if (!told) {
        process.stderr.write(
          `gomon: waiting for the set-up that process ${owner} is doing\n`,
        );
        told = true;
      }
      await sleep(300);
    }
  }
  try {
    return await action();
  } finally {
    rmSync(file, { force: true });
  }
}

function taken() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

function ownerOf() {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
