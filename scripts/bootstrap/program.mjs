import { spawn } from 'node:child_process';
import { accessSync, constants, createWriteStream, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { logFile, root } from './places.mjs';

/** The full path of a program on PATH, or undefined. */
export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map(folder => join(folder, name)).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs a program to its end. What it prints goes to the bootstrap's log.
 *
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runProgram(file, args, { env = process.env, timeoutMs } = {}) {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile, { flags: 'a' });
  log.write(`\n$ ${file} ${args.join(' ')}\n`);
  return new Promise(resolve => {
    const child = spawn(file, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    });
    let output = '';
    const end = (code, text = '') => {
      log.end(text);
      resolve({ code, output: output + text });
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', text => {
        output += text;
        log.write(text);
      });
    }
    child.once('error', error => end(127, error.message));
    child.once('close', code => end(code ?? 1));
  });
}

/** The last line that names an error, for a sentence about a failure. */
export function lastWords(output) {
  const lines = output
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
  const telling = lines.filter(line => /error|ERR!|YN00(01|18|28)/i.test(line));
  return (telling.pop() ?? lines.pop() ?? 'no output').slice(0, 300);
}
