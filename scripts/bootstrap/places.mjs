import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where Node and Yarn go when the machine has no suitable ones. */
export const toolchainDir = resolve(root, '.gomon/toolchain');

/** What the set-up steps printed. */
export const logFile = resolve(root, '.gomon/logs/bootstrap.log');
